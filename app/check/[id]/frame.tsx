import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";
import { BarButtons, Hairline } from "#components/progress/bar-buttons.tsx";
import { isEnded } from "#components/progress/ended.ts";
import { RememberPair } from "#components/progress/remember-pair.tsx";
import { Watch } from "#components/progress/watch/watch.tsx";
import { CheckBar, type Part, Tabs } from "#components/report/overview/check-bar.tsx";
import { hasParts } from "#components/report/overview/headline/headline.ts";
import { phaseOf } from "#components/report/phase.ts";
import { Logo } from "#components/shell/logo.tsx";
import { GroupPatterns } from "#components/ui/groups/group-patterns.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { RunQuality } from "./run-quality.tsx";

type FrameProps = { state: CheckState; report: Report; path: string; current: Part | undefined; children: ReactNode };

/**
 * What every page of a check has around it: the header with whose move it is, and the ways into the check. Without a
 * script a running check is loaded again every few seconds. The result has its line of progress below its headline.
 */
export function Frame({ state, report, path, current, children }: FrameProps) {
  const { progress } = useMessages();
  const planned = report.mode === "planned";
  const parts = planned || hasParts(report, phaseOf(state));
  return (
    <NextIntlClientProvider messages={{ progress }}>
      <Watch rendered={state}>
        {isEnded(state) ? null : (
          <noscript>
            <meta content="5" httpEquiv="refresh" />
          </noscript>
        )}
        <GroupPatterns />
        <CheckBar
          buttons={<BarButtons icons={{ again: <Icon name="again" />, stop: <Icon name="stop" /> }} />}
          checkPath={path}
          current={current}
          line={<Hairline />}
          logo={<Logo />}
          report={report}
          state={state}
        />
        {parts || current !== "overview" ? (
          <Tabs checkPath={path} current={current} report={report} state={state} />
        ) : null}
        <main className="page" id="main">
          {current === "overview" ? null : <RunQuality only="running" path={path} report={report} state={state} />}
          {children}
        </main>
        <RememberPair id={state.id} new={report.new?.acct ?? null} old={report.old.acct} />
      </Watch>
    </NextIntlClientProvider>
  );
}
