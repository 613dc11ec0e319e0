import type { Wait } from "#lib/contract/check-state.ts";
import { MOST_FOLLOWED_SERVERS } from "#lib/contract/most-followed.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { followedHosts, someFollowedAt } from "#lib/store/check/followed.ts";
import { readServer } from "#lib/store/check/servers.ts";
import type { Answered } from "../judge/judge.ts";
import { openJudgingQueue } from "../judge/judging-queue.ts";
import type { MoversServers } from "../servers/ask/visit.ts";
import { openMoversServers } from "../servers/probe.ts";
import type { Run } from "../state/run-lease.ts";
import type { RunState } from "../state/run-state.ts";
import { collectFollowed } from "./collect-followed.ts";
import { probeFollowed } from "./probe-followed.ts";

/** Fewer than of followers' servers: these come after them, and nobody waits for each. */
const AT_ONCE = 48;
/** Any one of them leads to the server. */
const FEW = 5;

/**
 * Before a move, where its owner wants it: whom one could follow from the candidates. It comes after the followers, so
 * that a server with both is asked only what is left. Until when to wait, where the list's server takes no more questions.
 */
export async function lookAtFollowed(run: Run, runState: RunState): Promise<Wait | undefined> {
  if (runState.facts.mode !== "planned" || !runState.row.input.following) return undefined;
  const wait = await collectFollowed(run, runState);
  if (wait || run.signal.aborted) return wait;
  // Before the first candidate is named there is nothing to ask about.
  if (runState.facts.targets.every(({ host }) => host === "")) return undefined;
  const hosts = await followedHosts(run.deps.store, run.id, MOST_FOLLOWED_SERVERS);
  const moversServers = openMoversServers(run, runState);
  await askEach(
    run,
    runState,
    moversServers,
    hosts.map(({ host }) => host),
  );
  return undefined;
}

/** So many at a time, and what is answered meanwhile is judged and written together. */
async function askEach(
  run: Run,
  runState: RunState,
  moversServers: MoversServers,
  hosts: readonly Host[],
): Promise<void> {
  const finished: Answered[] = [];
  const judge = openJudgingQueue(run, runState, finished);
  const left = hosts.values();
  const work = async (): Promise<void> => {
    for (const host of left) {
      if (run.signal.aborted) return;
      const answered = await askOne(run, runState, moversServers, host);
      if (!answered || run.signal.aborted) continue;
      finished.push(answered);
      judge.start();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await judge.end();
}

async function askOne(
  run: Run,
  { facts: check }: RunState,
  moversServers: MoversServers,
  host: Host,
): Promise<Answered | undefined> {
  const { deps, id, signal: over } = run;
  const row = await readServer(deps.store, id, host);
  if (!row) return undefined;
  const people = await someFollowedAt(deps.store, id, host, FEW);
  const probed = await probeFollowed({ deps, check, moversServers, row, people, over });
  if (!probed) return undefined;
  const { facts, requests } = probed;
  const asked = { facts, state: "done", requests, at: deps.now() } as const;
  return { asked, singles: new Map(), addresses: new Map() };
}
