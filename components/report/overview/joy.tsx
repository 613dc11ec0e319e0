import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Address } from "#components/ui/address.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Street } from "#components/ui/street.tsx";
import type { Report } from "#lib/contract/report.ts";
import { displayAcct } from "#lib/domain/names/display-acct.ts";
import { chooseBanners } from "./findings.ts";
import { chooseHeadline, type Phase } from "./headline/headline.ts";

/** Only where both lists were read, somebody came, and nothing has to be said before it. */
export function isJoy(report: Report, phase: Phase): boolean {
  const headline = chooseHeadline(report, phase);
  if (phase !== "ended" || headline.kind !== "said" || headline.id !== "all-here") return false;
  return chooseBanners(report.move).length === 0 && !report.counts.neither && report.new !== null;
}

/** Nobody is known to be missing, and nothing has to be said before it: as far as anybody can see, all is well. */
export function isGoodNews(report: Report, phase: Phase): boolean {
  const headline = chooseHeadline(report, phase);
  const good = headline.kind === "said" && (headline.id === "nobody" || headline.id === "all-here");
  return good && phase === "ended" && chooseBanners(report.move).length === 0;
}

type JoyProps = { report: Report; checkPath: string; quality: ReactNode };

/** Everyone came along: worth a smile, and a next step. */
export function Joy({ report: { counts, new: fresh }, checkPath, quality }: JoyProps) {
  const t = useTranslations("report.joy");
  const format = useFormatter();
  const whole = counts.beforeIs === "snapshot" && counts.before !== null && counts.missingIs === "exact";
  const name = () => (fresh ? <Address {...displayAcct(fresh.acct)} className="handle" /> : null);
  return (
    <>
      <div className="joy">
        {whole ? (
          <p className="tag tag--good">
            <Icon name="check" />
            {t("all", { count: format.number(counts.before ?? 0) })}
          </p>
        ) : null}
        <h1 tabIndex={-1}>{t(whole ? "title" : "titleSeen")}</h1>
        <p className="lead">
          {t.rich(whole ? "text" : "textSeen", { count: whole ? (counts.before ?? 0) : counts.here, new: name })}
        </p>
        {quality}
        <p className="btns print:hidden">
          <Link className="btn btn--main btn--big" href={`${checkPath}/messages#everybody`} prefetch={false}>
            {t("thanks")}
          </Link>
          <Link className="btn btn--big" href={`${checkPath}/share`} prefetch={false}>
            <Icon name="share" />
            {t("share")}
          </Link>
        </p>
      </div>
      <Street />
    </>
  );
}
