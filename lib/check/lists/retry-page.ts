import type { ListStep } from "#lib/fediverse/follower-list/list.ts";
import type { ListPlace } from "../state/run-state.ts";

type End = Extract<ListStep, { kind: "end" }>;

/** As long as the gate leaves a silent host alone after its first failure, and a moment more. */
const PAUSE_MS = 61_000;
/** As long as the gate signs nothing for a server that could not reach us. */
const KEY_PAUSE_MS = 300_000;
const MOST = 2;

/**
 * When to ask again for a page that did not come, or nothing where the list has ended. A server that has just shown
 * the account and then falls silent for once would cost the whole answer: a person who is not met in a list that was
 * broken off is unknown.
 */
export function tryAgainAt({ gap, source, until }: End, { missed = 0 }: ListPlace, now: Date): string | undefined {
  const silent = gap === "unreachable" && source?.status === undefined;
  // The server could not reach us; it fetches our key again after a while.
  const missedUs = gap === "our-fault" && (until !== undefined || source?.status === 503);
  if (missed >= MOST || !(silent || missedUs)) return undefined;
  if (missedUs) return until ?? new Date(now.getTime() + KEY_PAUSE_MS).toISOString();
  return until ?? new Date(now.getTime() + PAUSE_MS).toISOString();
}
