import { peopleWhere } from "#lib/causes/index.ts";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report } from "#lib/contract/report.ts";
import { isSignedIn } from "./stage.ts";

/**
 * The owner of the new account, or of the old one, sees something there that is still open here; or he saw so many people
 * wait that he may let in.
 */
export type Hint = "new" | "old" | { readonly waiting: number } | null;

const NEW_SHOWS = ["new-list-hidden", "new-account-locked", "check-requests"];

/** Offered where it would settle something, and to nobody who has just done it. */
export function hintFor(state: Pick<CheckState, "state" | "signIns">, report: Report): Hint {
  if (state.state !== "done" || isSignedIn(state)) return null;
  if ((state.signIns ?? []).length > 0) return waitingIn(state, report);
  const found = new Set<string>(report.move.findings.map(({ cause }) => cause));
  if (report.mode === "planned") return found.has("old-list-hidden") ? "old" : null;
  const open = (report.counts.byCause.unknown ?? 0) > 0;
  return report.new && (open || NEW_SHOWS.some((one) => found.has(one))) ? "new" : null;
}

/** Seen by name in the requests, and not guessed. */
function waitingIn({ signIns = [] }: Pick<CheckState, "signIns">, { counts, mode }: Report): Hint {
  const seen = signIns.some(({ asked }) => (asked.requests ?? 0) > 0);
  const waiting = peopleWhere(counts.byCause, ({ helps }) => helps === "requests");
  return mode === "moved" && seen && waiting > 0 ? { waiting } : null;
}
