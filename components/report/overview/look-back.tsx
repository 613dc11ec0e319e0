import { useTranslations } from "next-intl";
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
    <section aria-labelledby="look-back" className="section card stack print:hidden">
      <h2 id="look-back">{t("title")}</h2>
      <p>{t("text", { host: report.new.host })}</p>
      <form action={`${checkPath}/look-back`} method="post">
        {busy ? <p className="error">{wrong("busy")}</p> : null}
        <p className="btns">
          <button className="btn" type="submit">
            {t("submit")}
          </button>
        </p>
      </form>
    </section>
  );
}
