import type { Certainty } from "../diagnosis/verdict.ts";
import type { CheckFacts } from "../evidence/evidence.ts";
import type { Context } from "./context.ts";
import { isSavedShortlyBefore } from "./left-together.ts";

/** Fewer followers gone than this, and a copy from before the Move cannot be told from one made after it. */
const ENOUGH = 3;
/** Followers come and go between the Move and a copy of that day: a handful, or so much of all that the Move took. */
const FEW = 2;
const OF_ALL = 0.1;

/**
 * F shows OLD's account without the redirect in a copy that is newer than the Move: the news came in and was not
 * believed. Only the number of followers tells how old a copy is. Where the number from before is the mover's own, or
 * of no day that is known, it is possible at most: others may have left long before the Move.
 */
export function unheeded({ aboutOld: { sight }, family, check, move }: Context): Certainty | null {
  if (family !== "mastodon" || check.mode !== "moved" || move.state !== "done" || !sight?.known) return null;
  const { seen, suspended, moved, followers } = sight.value;
  if (seen !== "known" || suspended || moved !== null || !isNewer(followers, check)) return null;
  return isSavedShortlyBefore(check, check.movedAt.known ? check.movedAt.value : check.now) ? "likely" : "possible";
}

/**
 * The Move takes followers off the old account, so a copy with as few as it has today was made after it. One with fewer
 * is from the years in which the account grew.
 */
function isNewer(shown: number | undefined, { before, old }: CheckFacts): boolean {
  const today = old.account.known ? old.account.value.followers : undefined;
  if (shown === undefined || today === undefined || before.count === undefined) return false;
  const taken = before.count - today;
  const apart = Math.abs(shown - today);
  return before.count - shown >= ENOUGH && apart < before.count - shown && apart <= Math.max(FEW, taken * OF_ALL);
}
