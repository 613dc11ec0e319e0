import { askAgain, forgetLists } from "#lib/store/anew.ts";
import { type CheckRow, requeue } from "#lib/store/checks.ts";
import { staleAll } from "#lib/store/servers.ts";
import { asOwner } from "#lib/store/write.ts";
import type { CheckDeps } from "./deps.ts";
import { prove } from "./prove.ts";

/** What was asked less long ago than this is not asked again. */
const FRESH_MS = 600_000;
const ENDED = ["done", "cancelled", "failed"];

/** Reads both lists again, and asks servers again where people are missing. */
export async function recheck(deps: CheckDeps, row: CheckRow): Promise<"again" | "too-early"> {
  if (await prove(deps, row)) return "again";
  const now = deps.now();
  const last = row.history.at(-1);
  const young = last !== undefined && now.getTime() - Date.parse(last.at) < FRESH_MS;
  if (!ENDED.includes(row.state) || (row.state === "done" && young)) return "too-early";
  await asOwner(deps.store, row.id, now, async (on) => {
    await forgetLists(on, "list");
    await askAgain(on, new Date(now.getTime() - FRESH_MS));
    await requeue(on, { facts: null, failure: null });
    await staleAll(on);
  });
  await deps.wake(row.id);
  return "again";
}
