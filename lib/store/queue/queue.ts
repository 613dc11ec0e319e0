import { PgBoss } from "pg-boss";
import { checksToWake, readProgress } from "../check/checks.ts";
import { leaseLeft } from "../check/lease.ts";
import { StaleLease } from "../check/write.ts";
import { plainError } from "../open/plain-error.ts";
import type { Store } from "../open/store.ts";
import { LIVE } from "../tables/types.ts";
import { mendClock } from "./mend-clock.ts";

export type Queue = {
  /** Wakes a check, at once or at a moment; a wake that already waits is moved there. */
  send(id: string, startAfter?: Date): Promise<void>;
  /** Takes wakes from here on. The handler ends early when its signal fires: what is left goes on at the next wake. */
  work(handler: Handler, options: { readonly concurrency: number }): Promise<void>;
  /** Takes nothing new, lets handlers end for `timeout` milliseconds, and leaves the rest to the next start. */
  stop(options: { readonly timeout: number }): Promise<void>;
};
export type Handler = (id: string, signal: AbortSignal) => Promise<void>;
export type QueueOptions = {
  readonly now: () => Date;
  /** What the queue itself finds wrong; a wake is never lost by it. */
  readonly onError: (error: unknown) => void;
};

const CHECK = "check";
const DAY = 86_400;
const SETTINGS = {
  notify: true,
  heartbeatSeconds: 10,
  /** A slice is minutes; a check that takes longer ends its slice and is woken again. */
  expireInSeconds: DAY / 4,
  /** A wake fails with its process: the check itself decides when it has failed. */
  retryLimit: 100_000,
  retryDelay: 1,
  retentionSeconds: 365 * DAY,
  deleteAfterSeconds: 3_600,
} as const;

/** A moment in the future is met by these rounds; what is due at once is notified. */
const ROUNDS = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 } as const;

/** How often it is seen to that the clock of the database was not set back. */
const MEND_MS = 5_000;

/** One queue, one job a check. A job holds the id alone and says "look at the row": losing or doubling one changes nothing. */
export async function openQueue(store: Store, { now, onError }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    ...store.forJobs,
    ...{ useListenNotify: true, schedule: false, reindex: false, monitorVacuum: false },
    // A dead worker's jobs are freed by these rounds; where no other worker can be, they are housekeeping.
    ...(store.alone ? {} : { superviseIntervalSeconds: 2, monitorIntervalSeconds: 2 }),
  });
  boss.on("error", (error) => onError(plainError(error)));
  await boss.start();
  // `short` holds one waiting job a check. The stricter policies block the queue's head while that check runs.
  await boss.createQueue(CHECK, { policy: "short", ...SETTINGS });
  await boss.updateQueue(CHECK, SETTINGS);
  // As a time from now on: when a job is due the database decides, and its machine may have another time of day.
  const sendIn = async (id: string, ms: number) => {
    await boss.upsert(CHECK, { id }, { singletonKey: id, startAfter: Math.ceil(ms) / 1_000 });
  };
  // Never a moment long past: a job is kept for a time counted from its moment, and swept away after it.
  const send = (id: string, startAfter?: Date) =>
    sendIn(id, Math.max(0, (startAfter?.getTime() ?? 0) - now().getTime()));
  const mend = () => mendClock(store, CHECK).catch((error) => onError(plainError(error)));
  let mended = mend();
  await mended;
  await wakeAll(store, boss, send);
  const mending = setInterval(() => {
    mended = mend();
  }, MEND_MS);
  const stopping = new AbortController();
  return {
    send,
    work: (handler, options) => work(store, boss, { handler, send, sendIn, signal: stopping.signal, ...options }),
    stop: async ({ timeout }) => {
      clearInterval(mending);
      // First nothing new is taken: what ends now is woken again, and would come back at once.
      await boss.offWork(CHECK, { wait: false });
      stopping.abort();
      await boss.stop({ graceful: true, timeout });
      await mended;
    },
  };
}

/** Rows outlive jobs: a check with work left and no job would wait for ever. */
async function wakeAll(store: Store, boss: PgBoss, send: Queue["send"]): Promise<void> {
  for (const { id, at } of await checksToWake(store)) {
    const jobs = await boss.findJobs(CHECK, { key: id });
    const active = jobs.filter(({ state }) => state === "active").map((job) => job.id);
    // Where this process is alone, the one that held these jobs is dead; otherwise it may be at work, and its heartbeat tells.
    if (store.alone && active.length > 0) await boss.deleteJob(CHECK, active);
    const waiting = jobs.some(({ state }) => state === "created" || state === "retry");
    if (!waiting && (store.alone || active.length === 0)) await send(id, at ?? undefined);
  }
}

type Work = {
  readonly handler: Handler;
  readonly send: Queue["send"];
  readonly sendIn: (id: string, ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly concurrency: number;
};

/** After each job a worker looks for the next at once: it would sleep until its next round, however many are waiting. */
async function work(store: Store, boss: PgBoss, ways: Work): Promise<void> {
  const { handler, signal, concurrency } = ways;
  for (let n = 0; n < concurrency; n++) {
    let worker = "";
    worker = await boss.work<{ id: string }, void, typeof ROUNDS>(CHECK, ROUNDS, async ([job]) => {
      if (!job) return;
      await handleOnce(handler, job.data.id, AbortSignal.any([signal, job.signal]));
      await wakeAgain(store, ways, job.data.id);
      boss.notifyWorker(worker);
    });
  }
}

async function handleOnce(handler: Handler, id: string, signal: AbortSignal): Promise<void> {
  try {
    await handler(id, signal);
  } catch (error) {
    // Somebody else runs the check now, or nobody needs to.
    if (!(error instanceof StaleLease)) throw plainError(error);
  }
}

/**
 * Read after the lease was given back: input that came meanwhile is seen here, later input brings a wake of its own.
 * Read again after the wake was sent: a wake that came between the two is not to be moved away by an older reading.
 */
async function wakeAgain(store: Store, { send, sendIn }: Pick<Work, "send" | "sendIn">, id: string): Promise<void> {
  let sent: number | undefined;
  for (;;) {
    const row = await readProgress(store, id);
    if (!row) return;
    // A lease that is still held may belong to a dead process, so its end is looked at too.
    const isHeld = LIVE.includes(row.state) && row.leasedBy !== null;
    const moment = isHeld
      ? row.leasedUntil
      : LIVE.includes(row.state)
        ? (row.resumesAt ?? new Date(0))
        : row.nextLookAt;
    const due = moment?.getTime();
    if (due === undefined || due === sent) return;
    await (isHeld ? sendIn(id, await leaseLeft(store, id)) : send(id, new Date(due)));
    sent = due;
  }
}
