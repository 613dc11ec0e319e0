import { type CheckRow, readProgress, requeue, rowOf, saveCursor } from "#lib/store/check/checks.ts";
import { askAgain, readAnew } from "#lib/store/check/reset-for-recheck.ts";
import { asOwner, type Writing } from "#lib/store/check/write.ts";
import { RULES } from "../judge/by-new-rules.ts";
import { prove } from "../owner/prove.ts";
import type { CheckDeps } from "../state/deps.ts";
import { BY_ITSELF } from "./by-itself.ts";
import { NO_CHANGES } from "./since.ts";

/** What was asked less long ago than this is not asked again. */
export const FRESH_MS = 600_000;
/** The place among the cursors that says how old an answer may be. */
export const AGAIN = "again";
const ENDED = ["done", "cancelled", "failed"];

/** Reads both lists again, and asks servers again where people are missing. */
export async function recheck(deps: CheckDeps, row: CheckRow): Promise<"again" | "too-early"> {
  // A check that was kept from beginning by the missing proof begins now.
  if ((await prove(deps, row)) && row.state !== "failed") return "again";
  const now = deps.now();
  const begun = await asOwner(deps.store, row.id, now, async (on) => {
    // Of two who ask at once the second finds a check that is at work already.
    const there = await rowOf(on);
    if (!there || isTooEarly(there, now)) return false;
    await beginAnew(on, there, now, {});
    return true;
  });
  if (!begun) return "too-early";
  await deps.wake(row.id);
  return "again";
}

/** A finished check whose moment has come looks again, without anybody who asks for it. */
export async function lookIfDue(deps: CheckDeps, id: string): Promise<void> {
  const now = deps.now();
  const isDue = (row: Pick<CheckRow, "state" | "nextLookAt"> | undefined): boolean =>
    row?.state === "done" && row.nextLookAt !== null && row.nextLookAt <= now;
  if (!isDue(await readProgress(deps.store, id))) return;
  await asOwner(deps.store, id, now, async (on) => {
    const row = await rowOf(on);
    if (!row || !isDue(row)) return;
    await beginAnew(on, row, now, { looks: row.looks + 1 });
    await saveCursor(on, BY_ITSELF, true);
  });
}

async function beginAnew(on: Writing, row: CheckRow, now: Date, more: { readonly looks?: number }): Promise<void> {
  const notBefore = new Date(now.getTime() - FRESH_MS);
  // The move may have been made meanwhile: then the list of a plan is the only one from before there is.
  await readAnew(on, row.mode === "planned" ? "snapshot" : "list");
  await askAgain(on, notBefore);
  await saveCursor(on, AGAIN, notBefore.toISOString());
  // What is asked and judged anew is not compared with older rules.
  await saveCursor(on, RULES, null);
  const earlier = row.facts ?? row.earlier;
  await requeue(on, {
    ...{ ...more, facts: null, earlier, failure: null, changes: NO_CHANGES },
    reading: row.reading + 1,
  });
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
