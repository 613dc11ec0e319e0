import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonLook } from "#components/ui/button.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import { mayPost } from "./actions.ts";
import { ActionsList } from "./actions-list.tsx";
import { Banners } from "./overview/banners.tsx";
import type { CardContext } from "./overview/cause-card.tsx";
import { Changes } from "./overview/changes.tsx";
import { GroupOverview } from "./overview/group-overview.tsx";
import { GroupSections } from "./overview/group-sections.tsx";
import { arrange } from "./overview/groups.ts";
import { type Phase, wayOn } from "./overview/headline.ts";
import { Headline } from "./overview/headline.tsx";
import { Keep } from "./owner/keep.tsx";

type ReportViewProps = Omit<CardContext, "ended"> & { state: CheckState; link: string; calls: ReactNode };

export const phaseOf = (state: CheckState): Phase =>
  state.state === "failed" ? failedPhase(state) : hasEnded(state) ? "ended" : "running";

const failedPhase = ({ failure }: CheckState): Phase => (failure === "opted-out" ? "refused" : "failed");

export const hasEnded = ({ state }: Pick<CheckState, "state">): boolean =>
  state === "done" || state === "cancelled" || state === "failed";

/** The same page while it grows and when it is finished. Nothing in it needs a script. */
export function ReportView({ state, link, calls, ...context }: ReportViewProps) {
  const { report, checkPath } = context;
  const ended = hasEnded(state);
  const groups = arrange(report, ended);
  const again = wayOn(report, phaseOf(state));
  const shown = groups.filter(({ group }) => group !== "here" || report.counts.beforeIs === "snapshot");
  return (
    <div className="space-y-10" id="results" tabIndex={-1}>
      <Headline phase={phaseOf(state)} report={report} />
      {again ? <Again checkPath={checkPath} report={report} way={again} /> : null}
      {ended && state.changes ? <Changes changes={state.changes} /> : null}
      <Banners report={report} />
      <ActionsList checkPath={checkPath} report={report} />
      <GroupOverview groups={shown} />
      <GroupSections context={{ ...context, ended }} groups={groups} />
      <Keep calls={ended ? calls : null} link={link} people={report.servers.length > 0} state={state} />
    </div>
  );
}

type AgainProps = Pick<CardContext, "report" | "checkPath"> & { way: NonNullable<ReturnType<typeof wayOn>> };

/** The form with both addresses in it: a mistyped address is mended there, and a list is added there. */
function Again({ report, checkPath, way }: AgainProps) {
  const t = useTranslations("headline");
  const known = report.new && way !== "otherPair" ? { new: report.new.acct } : {};
  const asked = new URLSearchParams({ old: report.old.acct, ...known });
  const withList = way === "withList";
  return (
    <p className="flex flex-wrap gap-3 print:hidden">
      <a className={buttonLook()} href={`/?${asked}${withList ? "#before-handles" : ""}`}>
        {t(way)}
      </a>
      {withList && mayPost(report) ? (
        <Link className={buttonLook({ tone: "plain" })} href={`${checkPath}/messages#everybody`} prefetch={false}>
          {t("postAnyway")}
        </Link>
      ) : null}
    </p>
  );
}
