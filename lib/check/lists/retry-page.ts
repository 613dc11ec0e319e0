import type { ListStep } from "#lib/fediverse/follower-list/list.ts";
import type { ListPlace } from "../state/run-state.ts";

type End = Extract<ListStep, { kind: "end" }>;

/** As long as the gate leaves a silent host alone after its first failure, and a moment more. */
const PAUSE_MS = 61_000;
const MOST = 2;

/**
 * When to ask again for a page that did not come, or nothing where the list has ended. A server that has just shown
 * the account and then falls silent for once would cost the whole answer: a person who is not met in a list that was
 * broken off is unknown.
 */
export function tryAgainAt({ gap, source, until }: End, { missed = 0 }: ListPlace, now: Date): string | undefined {
  const silent = gap === "unreachable" && source?.status === undefined;
  if (!silent || missed >= MOST) return undefined;
  return until ?? new Date(now.getTime() + PAUSE_MS).toISOString();
}
