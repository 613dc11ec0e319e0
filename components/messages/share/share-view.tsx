import { useTranslations } from "next-intl";
import { TAGS } from "#components/ui/prose.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { ProofNote } from "../proof-note.tsx";
import { MakeForm } from "./share-form.tsx";
import { SharedPage } from "./share-made.tsx";
import { SharePreview } from "./share-preview.tsx";
import { type ShareProblem, type ShareStage, shareStageOf } from "./share-stage.ts";

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
  const { problem, state, report } = props;
  const stage = shareStageOf(state, report);
  const shown = stage === "make" || stage === "made" ? report.new : null;
  return (
    <div className="stack-wide">
      <header>
        <h1>{t("title")}</h1>
        <p className="subline">{t("lead")}</p>
      </header>
      {problem ? (
        <p className="note note--alert" role="alert">
          {t(`problem.${problem}`, { link: props.proofLink })}
        </p>
      ) : null}
      <div className={shown ? "split" : undefined}>
        <div className="stack-wide">
          <Content {...props} stage={stage} />
          <ShowsAndNever />
        </div>
        {shown ? <SharePreview account={shown} /> : null}
      </div>
    </div>
  );
}

function Content({ state, checkPath, now, stage }: ShareViewProps & { stage: ShareStage }) {
  const t = useTranslations("sharing");
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
    <div className="two">
      <section>
        <h2 className="h-small">{t("shows")}</h2>
        <ul className="mt-3 list-disc space-y-1.5 ps-6 marker:text-ember">{t.rich("showsList", TAGS)}</ul>
      </section>
      <section>
        <h2 className="h-small">{t("never")}</h2>
        <ul className="mt-3 list-disc space-y-1.5 ps-6 marker:text-ember">{t.rich("neverList", TAGS)}</ul>
        <p className="mt-3">{t("neverText")}</p>
      </section>
    </div>
  );
}
