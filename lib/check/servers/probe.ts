import { openHome } from "../accounts/movers-servers.ts";
import type { Lists } from "../lists/list-signals.ts";
import type { Run } from "../state/run-lease.ts";
import type { Book } from "../state/run-state.ts";
import { type Crowd, openCrowd } from "./asking-pool.ts";
import type { Homes } from "./probe-server.ts";

/**
 * Asks each server once, those with most missing people first, as soon as they are seen. Whoever stands in the new list
 * needs no reason: a server all of whose people have turned up is left alone.
 */
export async function probe(run: Run, book: Book, lists: Lists): Promise<void> {
  const crowd = openCrowd(run, book, await openHomes(run, book), lists);
  run.signal.addEventListener("abort", crowd.leave, { once: true });
  try {
    await askAll(run, crowd, lists);
    await crowd.end();
  } finally {
    crowd.leave();
  }
}

async function askAll(run: Run, crowd: Crowd, lists: Lists): Promise<void> {
  let [released, more, rung] = [false, false, -1];
  while (!run.signal.aborted) {
    const [last, seen] = [lists.ended(), lists.seen()];
    if (last && !released) await crowd.release();
    released = last;
    if (more || lists.rung() !== rung) {
      rung = lists.rung();
      more = await crowd.more();
    }
    if (crowd.idle() && last) break;
    await crowd.next(last ? [] : [seen]);
  }
}

async function openHomes({ deps }: Run, { facts }: Book): Promise<Homes> {
  const targets = await Promise.all(facts.targets.map(async (side) => [side.key, await openHome(deps, side)] as const));
  return { old: await openHome(deps, facts.old), targets: Object.fromEntries(targets) };
}
