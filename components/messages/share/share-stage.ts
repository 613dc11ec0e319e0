import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { stageOf } from "../stage.ts";

/** `make` is offered too where it may fail: whether the accounts confirm each other is asked when the page is made. */
export type ShareStage = "planned" | "elsewhere" | "no-report" | "proof" | "make" | "made";

export function shareStageOf(
  { proof, share, counts }: Pick<CheckState, "proof" | "share" | "counts">,
  report: Pick<Report, "mode" | "move" | "new">,
): ShareStage {
  if (share) return "made";
  const stage = stageOf(report);
  if (stage === "before") return "planned";
  if (stage === "elsewhere") return "elsewhere";
  if (proof.state === "missing") return "proof";
  return counts === null || stage === "nobody-yet" ? "no-report" : "make";
}

const DAY_MS = 86_400_000;

/** The days still to come, the one begun among them; null once the numbers have ended. */
export function daysLeft(until: string, now: string): number | null {
  const left = Date.parse(until) - Date.parse(now);
  return left <= 0 ? null : Math.ceil(left / DAY_MS);
}

export const SHARE_PROBLEMS = ["no-report", "needs-proof", "not-confirmed", "failed"] as const;
export type ShareProblem = (typeof SHARE_PROBLEMS)[number];
export const readProblem = (given: string | undefined): ShareProblem | null =>
  SHARE_PROBLEMS.find((one) => one === given) ?? null;
