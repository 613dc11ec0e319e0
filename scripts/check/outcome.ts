import type { Report } from "#lib/contract/report.ts";

/** 0: everybody is here. 2: somebody is missing. 1: nobody can say. */
export type ExitCode = 0 | 1 | 2;

export function exitCodeOf(report: Report): ExitCode {
  if (report.partial) return 1;
  return report.mode === "planned" ? plannedCode(report) : movedCode(report);
}

function movedCode({ move, counts }: Report): ExitCode {
  const wasMade = move.state === "done" || move.state === "unclear";
  if (!wasMade || counts.newList === null) return 1;
  if (counts.missing > 0) return 2;
  return counts.here > 0 ? 0 : 1;
}

/** Before a move somebody is missing where some candidate would lose somebody. */
function plannedCode({ followers, old }: Report): ExitCode {
  if (old.gap !== undefined || !followers || followers.length === 0) return 1;
  const causes = followers.flatMap(({ cause, outcomes }) =>
    outcomes ? Object.values(outcomes).map((outcome) => outcome.cause) : [cause],
  );
  return causes.some((cause) => cause !== "clear" && cause !== "unknown") ? 2 : 0;
}
