import type { Host } from "#lib/domain/evidence.ts";
import { peopleOf } from "#lib/store/people.ts";
import { claimServers } from "#lib/store/servers.ts";
import { type Book, count } from "./book.ts";
import { openHome } from "./homes.ts";
import { type Answered, judgeAsked } from "./judge.ts";
import type { Lists } from "./lists.ts";
import { type Homes, probeServer } from "./probe-server.ts";
import type { Run } from "./run-lease.ts";

/** Beyond this, answers come hardly faster and the slow ones much later. */
const AT_ONCE = 96;
const CLAIM = 32;

/**
 * Asks each server once, those with most missing people first, as soon as they are seen.
 */
export async function probe(run: Run, book: Book, lists: Lists): Promise<void> {
  const homes = await openHomes(run, book);
  const finished: Answered[] = [];
  const asking = new Set<Promise<void>>();
  let judging: Promise<void> | undefined;

  const judgeFinished = async (): Promise<void> => {
    while (finished.length > 0) await judgeAsked(run, book, finished.splice(0));
    judging = undefined;
  };
  const ask = async (host: Host): Promise<void> => {
    const people = await peopleOf(run.deps.store, run.id, host);
    const { facts, requests, singles } = await probeServer(run.deps, book.facts, homes, host, people);
    if (run.signal.aborted) return;
    count(book, "probe", (book.steps.get("probe")?.done ?? 0) + 1);
    finished.push({ asked: { facts, state: "done", requests, at: run.deps.now() }, singles });
    judging ??= judgeFinished();
  };

  while (!run.signal.aborted) {
    const [last, seen] = [lists.ended(), lists.seen()];
    const hosts = asking.size < AT_ONCE ? await claim(run) : [];
    for (const host of hosts) {
      const one: Promise<void> = ask(host).finally(() => asking.delete(one));
      asking.add(one);
    }
    if (hosts.length > 0) continue;
    if (asking.size === 0 && last) break;
    await Promise.race([...asking, ...(last ? [] : [seen])]);
  }
  await Promise.all(asking);
  await judging;
}

const claim = (run: Run): Promise<readonly Host[]> =>
  run.inTurn(() => run.write("claim", (on) => claimServers(on, CLAIM)));

async function openHomes({ deps }: Run, { facts }: Book): Promise<Homes> {
  const targets = await Promise.all(facts.targets.map(async (side) => [side.key, await openHome(deps, side)] as const));
  return { old: await openHome(deps, facts.old), targets: Object.fromEntries(targets) };
}
