import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Report } from "#lib/contract/report.ts";
import { chooseHeadline, type Phase } from "./headline/headline.ts";

const STEPS = ["save", "alias", "post", "move", "again"] as const;

type NotMovedProps = { report: Report; phase: Phase; checkPath: string };

/** Before a move: the list first, because afterwards nobody can read it any more. */
export function NotMoved({ report, phase, checkPath }: NotMovedProps) {
  const t = useTranslations("report.before");
  const headline = chooseHeadline(report, phase);
  if (headline.kind !== "said" || headline.id !== "not-moved" || phase !== "ended") return null;
  const names = { old: `@${report.old.acct}`, host: report.old.host, new: report.new?.host ?? "" };
  return (
    <section aria-labelledby="then" className="section">
      <h2 id="then">{t("title")}</h2>
      <ol className="plan">
        {STEPS.map((step, at) => (
          <li className={`step ${at === 0 ? "step--now" : step === "move" ? "step--final" : ""}`} key={step}>
            <span aria-hidden="true" className="step__dot">
              {at + 1}
            </span>
            <div className="step__in">
              <h3>{t(`${step}.title`)}</h3>
              <p>
                {t(`${step}.text`, names)} {step === "save" ? <a href="#keep">{t("save.link")}</a> : null}
                {step === "post" ? (
                  <Link href={`${checkPath}/messages#everybody`} prefetch={false}>
                    {t("post.link")}
                  </Link>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
