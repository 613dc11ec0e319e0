import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Street } from "#components/ui/street.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import { ActionsList, BlankActions } from "./actions-list.tsx";
import { Changes } from "./again/changes.tsx";
import { OverTime } from "./again/over-time.tsx";
import { Again } from "./overview/again.tsx";
import { LeadNote, MoreNotes } from "./overview/banners.tsx";
import type { CauseContext } from "./overview/causes/cause-context.ts";
import { CausesTable } from "./overview/causes/causes-table.tsx";
import { FollowedThen } from "./overview/followed-then.tsx";
import { arrange } from "./overview/groups.ts";
import { hasParts, wayOn } from "./overview/headline/headline.ts";
import { Headline } from "./overview/headline/headline.tsx";
import { isGoodNews, isJoy, Joy } from "./overview/joy.tsx";
import { Legend } from "./overview/legend.tsx";
import { LookBack } from "./overview/look-back.tsx";
import { isNotMoved, NotMoved } from "./overview/not-moved.tsx";
import { Keep } from "./owner/keep.tsx";
import { hasEnded, phaseOf } from "./phase.ts";

type ReportViewProps = Omit<CauseContext, "settled" | "ended"> & {
  state: CheckState;
  link: string;
  early?: boolean;
  /** Three checks are at work already. */
  busy?: boolean;
  remove: ReactNode;
  /** How far the check is, or how complete it was. */
  quality: ReactNode;
  /** A way to learn more, where there is one. */
  more?: ReactNode;
};

/** The result first, and the same page while it grows and when it is finished. Nothing in it needs a script. */
export function ReportView({
  state,
  link,
  early = false,
  busy = false,
  remove,
  quality,
  more = null,
  ...context
}: ReportViewProps) {
  const { report, checkPath } = context;
  const phase = phaseOf(state);
  const ended = hasEnded(state);
  const again = wayOn(report, phase);
  const keep = <Keep link={link} people={report.servers.length > 0} remove={ended ? remove : null} state={state} />;
  if (isJoy(report, phase))
    return (
      <>
        <Joy checkPath={checkPath} quality={quality} report={report} />
        {keep}
      </>
    );
  return (
    <>
      <LeadNote phase={phase} report={report} />
      <Headline phase={phase} report={report} />
      {early ? <TooEarly /> : null}
      {quality}
      {again ? <Again checkPath={checkPath} report={report} way={again} /> : null}
      {hasParts(report, phase) ? (
        <Findings context={context} ended={ended} state={state} />
      ) : isNotMoved(report, phase) ? (
        <NotMoved checkPath={checkPath} report={report} state={state} />
      ) : (
        <ActionsList checkPath={checkPath} proof={state.proof} report={report} />
      )}
      {more}
      {ended && hasParts(report, phase) ? <OverTime state={state} /> : null}
      <FollowedThen report={report} />
      {state.state === "done" ? <LookBack busy={busy} checkPath={checkPath} report={report} /> : null}
      <MoreNotes phase={phase} report={report} />
      {keep}
      {isGoodNews(report, phase) ? <Street /> : null}
    </>
  );
}

/** For readers without a script: the button in the header says it by itself. */
function TooEarly() {
  const t = useTranslations("progress.recheck");
  return <p className="note note--words note--plain">{t("tooEarly")}</p>;
}

type FindingsProps = { context: Omit<CauseContext, "settled" | "ended">; state: CheckState; ended: boolean };

function Findings({ context, state, ended }: FindingsProps) {
  const { report, checkPath } = context;
  // A check that waits for hours is read meanwhile; one at work fills its rows at the end.
  const settled = ended || state.state === "waiting";
  const groups = arrange(report, ended);
  const shown = groups.filter(({ group }) => group !== "here" || report.counts.beforeIs === "snapshot");
  return (
    <>
      <Legend checkPath={checkPath} ended={ended} groups={shown} report={report} settled={settled} />
      {ended && state.changes ? <Changes changes={state.changes} history={state.history} /> : null}
      {settled ? <ActionsList checkPath={checkPath} proof={state.proof} report={report} /> : <BlankActions />}
      <CausesTable context={{ ...context, settled, ended }} groups={groups} />
    </>
  );
}
