import { type CheckRow, requeue, rowOf, saveCursor } from "#lib/store/check/checks.ts";
import { askAgain, forgetLists } from "#lib/store/check/reset-for-recheck.ts";
import { asOwner } from "#lib/store/check/write.ts";
import { prove } from "../owner/prove.ts";
import type { CheckDeps } from "../state/deps.ts";
import { NO_CHANGES } from "./since.ts";

/** What was asked less long ago than this is not asked again. */
const FRESH_MS = 600_000;
/** The place among the cursors that says how old an answer may be. */
const AGAIN = "again";
const ENDED = ["done", "cancelled", "failed"];

/** Reads both lists again, and asks servers again where people are missing. */
export async function recheck(deps: CheckDeps, row: CheckRow): Promise<"again" | "too-early"> {
  if (await prove(deps, row)) return "again";
  const now = deps.now();
  const begun = await asOwner(deps.store, row.id, now, async (on) => {
    // Of two who ask at once the second finds a check that is at work already.
    const there = await rowOf(on);
    if (!there || isTooEarly(there, now)) return false;
    const notBefore = new Date(now.getTime() - FRESH_MS);
    await forgetLists(on, "list");
    await askAgain(on, notBefore);
    await saveCursor(on, AGAIN, notBefore.toISOString());
    await requeue(on, { facts: null, failure: null, changes: NO_CHANGES });
    return true;
  });
  if (!begun) return "too-early";
  await deps.wake(row.id);
  return "again";
}

function isTooEarly(row: CheckRow, now: Date): boolean {
  const from = recheckFrom(row);
  return !ENDED.includes(row.state) || (from !== null && now < from);
}

/** A finished check can be made again from then on; null: at any time. */
export function recheckFrom({ state, history }: Pick<CheckRow, "state" | "history">): Date | null {
  const last = history.at(-1);
  return state === "done" && last ? new Date(Date.parse(last.at) + FRESH_MS) : null;
}

/** Of a check that runs again: what servers say of each other may not be older than this. */
export function freshnessOf({ cursor }: CheckRow): Pick<CheckDeps, "notBefore"> {
  const again = cursor[AGAIN];
  return typeof again === "string" ? { notBefore: new Date(again) } : {};
}
