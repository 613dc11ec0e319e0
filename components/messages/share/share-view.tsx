import { useTranslations } from "next-intl";
import { TAGS } from "#components/ui/prose.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { ProofNote } from "../proof-note.tsx";
import { MakeForm } from "./share-form.tsx";
import { SharedPage } from "./share-made.tsx";
import { type ShareProblem, shareStageOf } from "./share-stage.ts";

export type ShareViewProps = {
  state: CheckState;
  report: Report;
  checkPath: string;
  now: string;
  problem: ShareProblem | null;
  /** What stands in the profile of an account that is the owner's. */
  proofLink: string;
};

/** The page for followers from its owner's side: make it, hand it on, end it. Plain forms do all of it. */
export function ShareView(props: ShareViewProps) {
  const t = useTranslations("sharing");
  const { problem } = props;
  return (
    <div className="space-y-8">
      <header>
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
      </header>
      {problem ? (
        <p className="note note--alert" role="alert">
          {t(`problem.${problem}`, { link: props.proofLink })}
        </p>
      ) : null}
      <Content {...props} />
      <ShowsAndNever />
    </div>
  );
}

function Content({ state, report, checkPath, now }: ShareViewProps) {
  const t = useTranslations("sharing");
  const stage = shareStageOf(state, report);
  if (stage === "made" && state.share) return <SharedPage checkPath={checkPath} now={now} share={state.share} />;
  if (stage === "proof") return <ProofNote proof={state.proof} />;
  if (stage === "make") return <MakeForm action={`${checkPath}/share/make`} />;
  return (
    <p className="max-w-prose font-semibold">
      {stage === "planned" || stage === "elsewhere" ? t(stage) : t("problem.no-report")}
    </p>
  );
}

function ShowsAndNever() {
  const t = useTranslations("sharing");
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      <section>
        <h2>{t("shows")}</h2>
        <ul className="mt-3 list-disc space-y-1.5 ps-6 marker:text-ember">{t.rich("showsList", TAGS)}</ul>
      </section>
      <section>
        <h2>{t("never")}</h2>
        <ul className="mt-3 list-disc space-y-1.5 ps-6 marker:text-ember">{t.rich("neverList", TAGS)}</ul>
        <p className="mt-3">{t("neverText")}</p>
      </section>
    </div>
  );
}
