import type { Side } from "#lib/domain/evidence/side.ts";
import { type MoversServer, openMoversServer } from "../accounts/movers-servers.ts";
import type { Lists } from "../lists/list-signals.ts";
import type { Run } from "../state/run-lease.ts";
import type { RunState } from "../state/run-state.ts";
import type { MoversServers } from "./ask/visit.ts";
import { type AskingPool, openAskingPool } from "./asking-pool.ts";

/**
 * Asks each server once, those with most missing people first, as soon as they are seen. People in the new list need
 * no reason: a server is left alone once all its people are found there.
 */
export async function probe(run: Run, runState: RunState, lists: Lists): Promise<void> {
  const pool = openAskingPool(run, runState, openMoversServers(run, runState), lists);
  run.signal.addEventListener("abort", pool.leave, { once: true });
  try {
    await askAll(run, pool, lists);
    await pool.end();
  } finally {
    pool.leave();
  }
}

async function askAll(run: Run, pool: AskingPool, lists: Lists): Promise<void> {
  let [released, more, seen] = [false, false, -1];
  while (!run.signal.aborted) {
    const [last, change] = [lists.ended(), lists.nextChange()];
    if (last && !released) await pool.release();
    released = last;
    if (more || lists.changes() !== seen) {
      seen = lists.changes();
      more = await pool.more();
    }
    if (pool.idle() && last) break;
    await pool.next(last ? [] : [change]);
  }
}

/** Their lists are asked for at once, and waited for where they are needed: meanwhile others can be asked. */
export function openMoversServers({ deps }: Run, { facts }: RunState): MoversServers {
  const open = (side: Side): MoversServer => onceOpen(openMoversServer(deps, side));
  return {
    old: open(facts.old),
    targets: Object.fromEntries(facts.targets.map((side) => [side.key, open(side)])),
  };
}

function onceOpen(opened: Promise<MoversServer>): MoversServer {
  // Whoever needs it is told; that may be nobody.
  opened.catch(() => undefined);
  return { about: async (...asked) => (await opened).about(...asked) };
}
