import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { writeTogether } from "#lib/flow/write-together.ts";
import { markSlow, readServer, releaseServers } from "#lib/store/check/servers.ts";
import { keepServer } from "../again/keep-server.ts";
import type { Answered } from "../judge/judge.ts";
import { openJudgingQueue } from "../judge/judging-queue.ts";
import type { Lists } from "../lists/list-signals.ts";
import type { Run } from "../state/run-lease.ts";
import { count, type RunState } from "../state/run-state.ts";
import type { MoversServers, Visit } from "./ask/visit.ts";
import { type Claimed, claim, readingOf, standing } from "./claim.ts";
import { openPlaces } from "./places.ts";
import { probeServer } from "./probe-server.ts";
import { openWaitingServers } from "./waiting-servers.ts";

/** Beyond this, answers come hardly faster and the slow ones much later. */
const AT_ONCE = 96;
/**
 * So many more are asked their first question, and wait for a place with its answer: who takes long shows early, and is
 * asked on without a place. Else a slow server met late would begin only when all the quick ones before it had ended.
 */
const IN_LINE = 2 * AT_ONCE;
/** Who is silent makes room for the next, within reason. */
const MOST_AT_ONCE = 4 * AT_ONCE;
/** For fewer than this it is not worth a look. */
const ROOM = 12;

/** The servers being asked by one run, and the judging of what they said. */
export type AskingPool = {
  /** Begins with the next servers, if there is room. Whether there may be still more. */
  readonly more: () => Promise<boolean>;
  /** Lets go of servers whose people have all turned up. */
  readonly release: () => Promise<void>;
  readonly idle: () => boolean;
  /** The next answer, or whatever else may come first. Fails where a judgement could not be written. */
  readonly next: (other: readonly Promise<void>[]) => Promise<void>;
  /** All have answered, and all that was said is judged. */
  readonly end: () => Promise<void>;
  /** Nobody waits for further answers, so nothing more is asked. */
  readonly leave: () => void;
};
type One = {
  readonly done: Promise<void>;
  readonly over: AbortController;
  /** Resolves when it is done, or lets others go first. */
  readonly makesRoom: Promise<void>;
  /** It did once, and is waited for to its end. */
  madeRoom: boolean;
  slow: boolean;
  waits: boolean;
};

export function openAskingPool(run: Run, runState: RunState, moversServers: MoversServers, lists: Lists): AskingPool {
  const finished: Answered[] = [];
  const asking = new Map<Host, One>();
  const judge = openJudgingQueue(run, runState, finished);
  const waiting = openWaitingServers(lists);
  const places = openPlaces(AT_ONCE);
  let begun = 0;
  const slowOnes = writeTogether<Host>((hosts) => run.inTurn(() => run.write("slow", (on) => markSlow(on, hosts))));

  const ask = async (visit: Visit): Promise<void> => {
    const probed = await unless(
      visit.over,
      probeServer(run.deps, () => runState.facts, moversServers, visit),
    );
    if (!probed || run.signal.aborted) return;
    const { requests, singles, addresses = NONE } = probed;
    const facts = await withEarlier(run, runState, probed.facts);
    count(runState, "probe", (runState.steps.get("probe")?.done ?? 0) + 1);
    finished.push({ asked: { facts, state: "done", requests, at: run.deps.now() }, singles, addresses });
    judge.start();
  };
  const begin = (claimed: Claimed): void => {
    const { host } = claimed;
    const [over, waits] = [new AbortController(), Promise.withResolvers<void>()];
    const number = begun++;
    const makeRoom = (how: Partial<One>): void => {
      places.leave(number);
      const one = asking.get(host);
      if (one) Object.assign(one, how, { madeRoom: true });
      waits.resolve();
    };
    const silent = (): void => {
      if (asking.get(host)?.slow === false) slowOnes.add(host).catch(() => undefined);
      makeRoom({ slow: true });
    };
    const listsRead = async (): Promise<void> => {
      if (!lists.ended()) makeRoom({ waits: true });
      await waiting.wait(over.signal, asking.get(host)?.slow);
      Object.assign(asking.get(host) ?? {}, { waits: false });
    };
    const turn = async (): Promise<boolean> => {
      if (!over.signal.aborted && asking.get(host)?.slow !== true) await places.take(number);
      return !over.signal.aborted;
    };
    const now = standing(run, runState, lists, claimed);
    const visit = { host, ...now, listsRead, lists: () => readingOf(runState, lists), over: over.signal, silent, turn };
    const done = ask(visit).finally(() => {
      asking.delete(host);
      places.leave(number);
    });
    const makesRoom = Promise.race([done, waits.promise]);
    asking.set(host, { done, over, makesRoom, madeRoom: false, slow: false, waits: false });
  };
  const all = (): readonly One[] => [...asking.values()];
  const room = (): number => {
    const awake = all().filter(({ waits }) => !waits);
    const quick = awake.filter(({ slow }) => !slow).length;
    // The lists come first, and then the line grows little by little: who has a place shall not wait behind the first
    // questions of all others.
    const line = lists.ended() ? Math.min(ROOM, AT_ONCE + IN_LINE - quick) : 0;
    return Math.min(Math.max(AT_ONCE - quick, line), MOST_AT_ONCE - awake.length);
  };

  return {
    async more() {
      const free = room();
      if (free < ROOM) return true;
      const left = free - waiting.resume(free);
      if (left === 0) return true;
      const claimed = await claim(run, left);
      for (const one of claimed) begin(one);
      return claimed.length === left;
    },
    async release() {
      const released = await run.inTurn(() => run.write("release", releaseServers));
      for (const host of released) asking.get(host)?.over.abort();
    },
    idle: () => asking.size === 0,
    next: (other) => {
      const news = all().map(({ done, makesRoom, madeRoom }) => (madeRoom ? done : makesRoom));
      return Promise.race([...news, ...judge.underWay(), ...other]);
    },
    async end() {
      await Promise.all(all().map(({ done }) => done));
      await slowOnes.all();
      await judge.end();
    },
    leave() {
      for (const { over } of all()) over.abort();
    },
  };
}

/** The first reading of all has nothing earlier. */
async function withEarlier({ deps, id }: Run, { row }: RunState, facts: ServerFacts): Promise<ServerFacts> {
  const before = row.reading > 0 ? await readServer(deps.store, id, facts.host) : undefined;
  return keepServer(before?.facts, facts, deps.now());
}

const NONE: Answered["addresses"] = new Map();

/** An answer that nobody waits for any more may still come; it is not waited for. */
function unless<T>(over: AbortSignal, answer: Promise<T>): Promise<T | undefined> {
  const left = new Promise<undefined>((resolve) => {
    over.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  return Promise.race([answer, left]);
}
