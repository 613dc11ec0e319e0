import { openMoversServer } from "../accounts/movers-servers.ts";
import type { Lists } from "../lists/list-signals.ts";
import type { Run } from "../state/run-lease.ts";
import type { RunState } from "../state/run-state.ts";
import { type AskingPool, openAskingPool } from "./asking-pool.ts";
import type { MoversServers } from "./probe-server.ts";

/**
 * Asks each server once, those with most missing people first, as soon as they are seen. Whoever stands in the new list
 * needs no reason: a server all of whose people have turned up is left alone.
 */
export async function probe(run: Run, runState: RunState, lists: Lists): Promise<void> {
  const pool = openAskingPool(run, runState, await openHomes(run, runState), lists);
  run.signal.addEventListener("abort", pool.leave, { once: true });
  try {
    await askAll(run, pool, lists);
    await pool.end();
  } finally {
    pool.leave();
  }
}

async function askAll(run: Run, pool: AskingPool, lists: Lists): Promise<void> {
  let [released, more, rung] = [false, false, -1];
  while (!run.signal.aborted) {
    const [last, seen] = [lists.ended(), lists.seen()];
    if (last && !released) await pool.release();
    released = last;
    if (more || lists.rung() !== rung) {
      rung = lists.rung();
      more = await pool.more();
    }
    if (pool.idle() && last) break;
    await pool.next(last ? [] : [seen]);
  }
}

async function openHomes({ deps }: Run, { facts }: RunState): Promise<MoversServers> {
  const targets = await Promise.all(
    facts.targets.map(async (side) => [side.key, await openMoversServer(deps, side)] as const),
  );
  return { old: await openMoversServer(deps, facts.old), targets: Object.fromEntries(targets) };
}
