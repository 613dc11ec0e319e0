import { type CheckRow, patchCheck, rowOf } from "#lib/store/check/checks.ts";
import { dropPushes } from "#lib/store/check/push.ts";
import { asOwner } from "#lib/store/check/write.ts";
import type { CheckDeps } from "../state/deps.ts";
import { lookAfterAll } from "./looks.ts";

/** The owner's word holds from now on, whatever is usual for such a check. */
export async function chooseLooks(deps: CheckDeps, { id, mode }: CheckRow, on: boolean): Promise<boolean> {
  if (mode !== "moved") return false;
  const now = deps.now();
  const next = await asOwner(deps.store, id, now, async (writing) => {
    const row = await rowOf(writing);
    // A check that is at work reckons its next look at its end.
    const nextLookAt = on && row?.state === "done" ? lookAfterAll(row, now) : null;
    await patchCheck(writing, { looksWanted: on, nextLookAt });
    if (!on) await dropPushes(writing);
    return nextLookAt;
  });
  if (next) await deps.wake(id, next);
  return true;
}
