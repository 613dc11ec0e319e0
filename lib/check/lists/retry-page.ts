import type { ListStep } from "#lib/fediverse/follower-list/list.ts";
import { OUR_FAULT_PAUSE_MS, SILENCE_PAUSE_MS } from "../state/pauses.ts";
import type { ListPlace } from "../state/run-state.ts";

type End = Extract<ListStep, { kind: "end" }>;

const MOST = 2;

/**
 * When to ask again for a page that did not come, or nothing where the list has ended. A server that has just shown
 * the account and then falls silent for once would cost the whole answer: a person who is not met in a list that was
 * broken off is unknown.
 */
export function tryAgainAt({ gap, source, until }: End, { missed = 0 }: ListPlace, now: Date): string | undefined {
  const silent = gap === "unreachable" && source?.status === undefined;
  // The server could not reach us, and fetches our key again after a while; or our name servers gave us no answer.
  const missedUs =
    gap === "our-fault" && (until !== undefined || source?.status === undefined || source.status === 503);
  if (missed >= MOST || !(silent || missedUs)) return undefined;
  if (missedUs) return until ?? new Date(now.getTime() + OUR_FAULT_PAUSE_MS).toISOString();
  return until ?? new Date(now.getTime() + SILENCE_PAUSE_MS).toISOString();
}
