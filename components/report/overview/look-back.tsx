import { useTranslations } from "next-intl";
import { Fold } from "#components/ui/fold.tsx";
import type { Report } from "#lib/contract/report.ts";

type LookBackProps = {
  report: Report;
  checkPath: string;
  /** Three checks are at work already. */
  busy: boolean;
};

/** Would another server have been better? A plain form: one press makes the comparison. */
export function LookBack({ report, checkPath, busy }: LookBackProps) {
  const t = useTranslations("lookBack");
  const wrong = useTranslations("start.problem");
  if (report.new === null || report.servers.length === 0) return null;
  return (
    <Fold className="section print:hidden" id="look-back" open={busy} summary={t("title")}>
      <p>{t("text", { host: report.new.host })}</p>
      <form action={`${checkPath}/look-back`} method="post">
        {busy ? <p className="error">{wrong("busy")}</p> : null}
        <p className="btns">
          <button className="btn" type="submit">
            {t("submit")}
          </button>
        </p>
      </form>
    </Fold>
  );
}
