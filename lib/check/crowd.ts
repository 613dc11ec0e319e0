import type { Host, Person } from "#lib/domain/evidence.ts";
import { peopleOf } from "#lib/store/people.ts";
import { claimServers, markSlow, releaseServers } from "#lib/store/servers.ts";
import { type Book, count } from "./book.ts";
import { type Answered, judgeAsked, judgeStale } from "./judge.ts";
import { keepTogether } from "./keep-pages.ts";
import { type Homes, probeServer, type Visit } from "./probe-server.ts";
import type { Run } from "./run-lease.ts";

/** Beyond this, answers come hardly faster and the slow ones much later. */
const AT_ONCE = 96;
/** Who is silent makes room for the next, within reason. */
const MOST_AT_ONCE = 4 * AT_ONCE;
/** For fewer than this it is not worth a look. */
const ROOM = 12;
/** Who is here already is counted up this often while lists are read. */
const COUNT_UP_MS = 2_000;

/** The servers being asked by one run, and the judging of what they said. */
export type Crowd = {
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
  /** Resolves when it is done, or lets a question wait. */
  readonly makesRoom: Promise<void>;
  slow: boolean;
};

export function openCrowd(run: Run, book: Book, homes: Homes): Crowd {
  const finished: Answered[] = [];
  const asking = new Map<Host, One>();
  const judge = judging(run, book, finished);

  const slowOnes = keepTogether<Host>((hosts) => run.inTurn(() => run.write("slow", (on) => markSlow(on, hosts))));

  const ask = async (visit: Visit): Promise<void> => {
    const probed = await unless(visit.over, probeServer(run.deps, book.facts, homes, visit));
    if (!probed || run.signal.aborted) return;
    const { facts, requests, singles } = probed;
    count(book, "probe", (book.steps.get("probe")?.done ?? 0) + 1);
    finished.push({ asked: { facts, state: "done", requests, at: run.deps.now() }, singles });
    judge.start();
  };
  const begin = ({ host, people }: Claimed): void => {
    const [over, waits] = [new AbortController(), Promise.withResolvers<void>()];
    const silent = (): void => {
      const one = asking.get(host);
      if (!one || one.slow) return;
      one.slow = true;
      slowOnes.add(host).catch(() => undefined);
      waits.resolve();
    };
    const done = ask({ host, people, over: over.signal, silent }).finally(() => asking.delete(host));
    asking.set(host, { done, over, makesRoom: Promise.race([done, waits.promise]), slow: false });
  };
  const all = (): readonly One[] => [...asking.values()];
  const room = (): number => Math.min(AT_ONCE - all().filter(({ slow }) => !slow).length, MOST_AT_ONCE - asking.size);

  return {
    async more() {
      const free = room();
      if (free < ROOM) return true;
      const claimed = await claim(run, free);
      for (const one of claimed) begin(one);
      return claimed.length === free;
    },
    async release() {
      const released = await run.inTurn(() => run.write("release", releaseServers));
      for (const host of released) asking.get(host)?.over.abort();
    },
    idle: () => asking.size === 0,
    next: (other) => {
      const news = all().map(({ done, makesRoom, slow }) => (slow ? done : makesRoom));
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

/** One judgement at a time: what is answered meanwhile is judged together. */
function judging(run: Run, book: Book, finished: Answered[]) {
  let under: Promise<void> | undefined;
  let countedUp = run.deps.now().getTime();
  const work = async (): Promise<void> => {
    while (finished.length > 0) await judgeAsked(run, book, () => finished.splice(0));
    const now = run.deps.now().getTime();
    if (now - countedUp >= COUNT_UP_MS) {
      countedUp = now;
      await judgeStale(run, book, "complete");
    }
    under = undefined;
  };
  return {
    start: () => {
      under ??= work();
      // Whoever waits for the next answer or for the end is told.
      under.catch(() => undefined);
    },
    underWay: () => (under === undefined ? [] : [under]),
    end: async () => {
      await under;
      await judgeStale(run, book, "complete");
    },
  };
}

type Claimed = { readonly host: Host; readonly people: readonly Person[] };

const claim = (run: Run, most: number): Promise<readonly Claimed[]> =>
  run.inTurn(async () => {
    const hosts = await run.write("claim", (on) => claimServers(on, most));
    if (hosts.length === 0) return [];
    const people = await peopleOf(run.deps.store, run.id, hosts);
    return hosts.map((host) => ({ host, people: people.get(host) ?? [] }));
  });

/** An answer that nobody waits for any more may still come; it is not waited for. */
function unless<T>(over: AbortSignal, answer: Promise<T>): Promise<T | undefined> {
  const left = new Promise<undefined>((resolve) => {
    over.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  return Promise.race([answer, left]);
}
