import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { isSignedIn } from "./stage.ts";

/** The owner of the new account, or of the old one, sees something there that is still open here. */
export type Hint = "new" | "old" | null;

const NEW_SHOWS = ["new-list-hidden", "new-account-locked", "check-requests"];

/** Offered where it would settle something, and to nobody who has just done it. */
export function hintFor(state: Pick<CheckState, "state" | "signIns">, report: Report): Hint {
  if (state.state !== "done" || isSignedIn(state) || (state.signIns ?? []).length > 0) return null;
  const found = new Set<string>(report.move.findings.map(({ cause }) => cause));
  if (report.mode === "planned") return found.has("old-list-hidden") ? "old" : null;
  const open = (report.counts.byCause.unknown ?? 0) > 0;
  return report.new && (open || NEW_SHOWS.some((one) => found.has(one))) ? "new" : null;
}
