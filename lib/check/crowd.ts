import type { Host, Person } from "#lib/domain/evidence.ts";
import { peopleOf } from "#lib/store/people.ts";
import { claimServers, releaseServers } from "#lib/store/servers.ts";
import { type Book, count } from "./book.ts";
import { type Answered, judgeAsked, judgeStale } from "./judge.ts";
import { type Homes, probeServer } from "./probe-server.ts";
import type { Run } from "./run-lease.ts";

/** Beyond this, answers come hardly faster and the slow ones much later. */
const AT_ONCE = 96;
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
type One = { readonly done: Promise<void>; readonly over: AbortController };

export function openCrowd(run: Run, book: Book, homes: Homes): Crowd {
  const finished: Answered[] = [];
  const asking = new Map<Host, One>();
  const judge = judging(run, book, finished);

  const ask = async (host: Host, people: readonly Person[], over: AbortSignal): Promise<void> => {
    const probed = await unless(over, probeServer(run.deps, book.facts, homes, host, people, over));
    if (!probed || run.signal.aborted) return;
    const { facts, requests, singles } = probed;
    count(book, "probe", (book.steps.get("probe")?.done ?? 0) + 1);
    finished.push({ asked: { facts, state: "done", requests, at: run.deps.now() }, singles });
    judge.start();
  };
  const begin = (host: Host, people: readonly Person[]): void => {
    const over = new AbortController();
    const done = ask(host, people, over.signal).finally(() => asking.delete(host));
    asking.set(host, { done, over });
  };
  const answers = (): readonly Promise<void>[] => [...asking.values()].map(({ done }) => done);

  return {
    async more() {
      const room = AT_ONCE - asking.size;
      if (room < ROOM) return true;
      const claimed = await claim(run, room);
      for (const { host, people } of claimed) begin(host, people);
      return claimed.length === room;
    },
    async release() {
      const released = await run.inTurn(() => run.write("release", releaseServers));
      for (const host of released) asking.get(host)?.over.abort();
    },
    idle: () => asking.size === 0,
    next: (other) => Promise.race([...answers(), ...judge.underWay(), ...other]),
    async end() {
      await Promise.all(answers());
      await judge.end();
    },
    leave() {
      for (const { over } of asking.values()) over.abort();
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
