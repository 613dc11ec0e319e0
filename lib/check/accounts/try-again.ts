import type { Wait } from "#lib/contract/check-state.ts";
import type { Gap } from "#lib/domain/evidence/fact.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { OUR_FAULT_PAUSE_MS, SILENCE_PAUSE_MS } from "../state/pauses.ts";
import type { Minding } from "./minding.ts";

/** One try that failed proves nothing. After the second the check goes on, and says what it could not read and why. */
export const MOST_MISSED = 1;

/** The place among the cursors where it is kept how often the accounts were asked for in vain. */
export const RESOLVE = "resolve";
export function missedBefore({ cursor }: Pick<CheckRow, "cursor">): number {
  const missed = cursor?.[RESOLVE];
  return typeof missed === "number" ? missed : 0;
}

/**
 * When to ask once more for accounts that one of the mover's servers did not show this time: it could not reach us while we
 * signed for it, which is a fault of ours, or it was slow.
 */
export function tryAgain(
  sides: readonly Side[],
  { wasLate, until }: Pick<Minding, "wasLate" | "until">,
  now: Date,
): Wait | undefined {
  const inMs = (ms: number): string => new Date(now.getTime() + ms).toISOString();
  const missedUs = sides.find((side) => !side.account.known && lacks(side, "our-fault"));
  if (missedUs) return { host: missedUs.webHost, until: inMs(OUR_FAULT_PAUSE_MS), why: "ours" };
  const slow = sides.find((side) => lacks(side, "unreachable") && [side.host, side.webHost].some(wasLate));
  const after = [inMs(SILENCE_PAUSE_MS), until()?.until ?? ""].sort().at(-1) ?? "";
  return slow && { host: slow.webHost, until: after, why: "paused" };
}

const lacks = ({ account, actor }: Side, why: Gap): boolean =>
  [account, actor].some((fact) => !fact.known && fact.gap === why);
