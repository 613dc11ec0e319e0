import { RunLine } from "#components/progress/run-line.tsx";
import { NextLook } from "#components/report/again/next-look.tsx";
import { AnsweredLine } from "#components/report/overview/answered-line.tsx";
import { wayOn } from "#components/report/overview/headline/headline.ts";
import { phaseOf } from "#components/report/phase.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";

type RunQualityProps = { report: Report; state: CheckState; path: string; only?: "running" };

/** One slot for both: progress while the check runs, and afterwards how many of the servers asked gave an answer. */
export function RunQuality({ report, state, path, only }: RunQualityProps) {
  const icons = {
    now: <Icon className="spin" name="again" />,
    done: <Icon name="check" />,
    next: <Icon name="minus" />,
  };
  const next = state.state === "done" ? state.looks?.next : undefined;
  return (
    <RunLine icons={icons} toldAbove={wayOn(report, phaseOf(state)) === "goOn"}>
      {only === "running" || state.state === "failed" ? null : (
        <AnsweredLine checkPath={path} report={report}>
          {next === undefined ? null : <NextLook at={next} />}
        </AnsweredLine>
      )}
    </RunLine>
  );
}
