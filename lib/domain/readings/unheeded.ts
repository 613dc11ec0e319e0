import type { CheckFacts } from "../evidence/evidence.ts";
import type { Context } from "./context.ts";

/** Fewer followers gone than this, and a copy from before the Move cannot be told from one made after it. */
const ENOUGH = 3;

/** F shows OLD's account without the redirect in a copy that is newer than the Move: the news came in and was not believed. */
export function isUnheeded({ aboutOld: { sight }, family, check, move }: Context): boolean {
  if (family !== "mastodon" || check.mode !== "moved" || move.state !== "done" || !sight?.known) return false;
  const { seen, suspended, moved, followers } = sight.value;
  return seen === "known" && !suspended && moved === null && isNewer(followers, check);
}

/** The Move takes followers off the old account, so a copy with nearly as few as it has today was made after it. */
function isNewer(shown: number | undefined, { before, old }: CheckFacts): boolean {
  const today = old.account.known ? old.account.value.followers : undefined;
  if (shown === undefined || today === undefined || before.count === undefined) return false;
  return before.count - today >= ENOUGH && shown - today < before.count - shown;
}
