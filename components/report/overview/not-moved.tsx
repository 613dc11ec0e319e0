import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { pageUrl } from "#lib/software/index.ts";
import { hasEnded } from "../phase.ts";
import { chooseHeadline, type Phase } from "./headline/headline.ts";

const STEPS = ["save", "alias", "post", "move", "again"] as const;
type MoveStep = (typeof STEPS)[number];

export function isNotMoved(report: Report, phase: Phase): boolean {
  const headline = chooseHeadline(report, phase);
  return headline.kind === "said" && headline.id === "not-moved";
}

type NotMovedProps = { report: Report; state: CheckState; checkPath: string };

/** Before a move: the list first, because afterwards nobody can read it any more. */
export function NotMoved({ report, state, checkPath }: NotMovedProps) {
  const t = useTranslations("report.before");
  const names = { old: `@${report.old.acct}`, host: report.old.host, new: report.new?.host ?? "" };
  return (
    <>
      {hasEnded(state) ? <SaveList report={report} state={state} /> : null}
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
                  {t(`${step}.text`, names)} <StepLink checkPath={checkPath} report={report} step={step} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/**
 * The one thing that cannot be done later. As long as nobody has shown whose account it is, its followers are not named
 * (`lib/check/accounts/proof.ts`): then a check from before the move keeps the list.
 */
function SaveList({ report, state: { id, proof } }: Pick<NotMovedProps, "report" | "state">) {
  const t = useTranslations("report.before.save");
  const count = proof.state === "missing" ? 0 : report.servers.reduce((sum, { known }) => sum + known, 0);
  const candidate = report.new ? { candidates: serverOf(report.new.acct) } : {};
  const plan = `/?${new URLSearchParams({ mode: "planned", old: report.old.acct, ...candidate })}`;
  return (
    <>
      <p className="btns section print:hidden">
        {count > 0 ? (
          <>
            <a
              className="btn btn--main btn--big"
              data-action="save-list"
              download
              href={`/api/checks/${id}/export.json`}
            >
              <Icon name="down" />
              {t("button", { count })}
            </a>
            <a className="btn btn--big" href={plan}>
              {t("compare")}
            </a>
          </>
        ) : (
          <a className="btn btn--main btn--big" data-action="plan-move" href={plan}>
            {t("plan")}
          </a>
        )}
      </p>
      <p className="hint saved-hint print:hidden">{t(count > 0 ? "hint" : "planHint")}</p>
    </>
  );
}

function StepLink({ step, report: { old, new: fresh }, checkPath }: Omit<NotMovedProps, "state"> & { step: MoveStep }) {
  const t = useTranslations("report.before");
  if (step === "post")
    return (
      <Link href={`${checkPath}/messages#everybody`} prefetch={false}>
        {t("post.link")}
      </Link>
    );
  if (step === "alias" && fresh) return <Setting url={pageUrl("aliases", fresh.host, fresh.software?.name)} />;
  if (step === "move") return <Setting url={pageUrl("move", old.host, old.software?.name)} />;
  return null;
}

function Setting({ url }: { url: string | null }): ReactNode {
  const t = useTranslations("report.before");
  return url === null ? null : (
    <a href={url} rel="noreferrer">
      {t("setting")}
    </a>
  );
}
