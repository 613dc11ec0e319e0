import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";
import { isEnded } from "#components/progress/ended.ts";
import { Progress } from "#components/progress/progress.tsx";
import { RememberPair } from "#components/progress/remember-pair.tsx";
import { CheckHead, type Part } from "#components/report/overview/check-head.tsx";
import { GroupPatterns } from "#components/ui/group-patterns.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";

type FrameProps = { state: CheckState; report: Report; path: string; current: Part | undefined; children: ReactNode };

/** What every page of a check has around it. Without a script a running check is loaded again every few seconds. */
export function Frame({ state, report, path, current, children }: FrameProps) {
  const { progress } = useMessages();
  return (
    <div className="space-y-8">
      {isEnded(state) ? null : (
        <noscript>
          <meta content="5" httpEquiv="refresh" />
        </noscript>
      )}
      <GroupPatterns />
      <CheckHead checkPath={path} current={current} ended={isEnded(state)} report={report} />
      <NextIntlClientProvider messages={{ progress }}>
        <Progress rendered={state} />
      </NextIntlClientProvider>
      <RememberPair id={state.id} new={report.new?.acct ?? null} old={report.old.acct} />
      {children}
    </div>
  );
}
