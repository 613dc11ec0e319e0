import { endCheck, patchCheck, readCheck, saveCursor } from "#lib/store/check/checks.ts";
import { releaseLease, renewLease, takeLease } from "#lib/store/check/lease.ts";
import { type Lease, StaleLease, underLease, type Writing } from "#lib/store/check/write.ts";
import { afterDeaths } from "./deaths.ts";
import type { CheckDeps } from "./deps.ts";

const RENEW_MS = 10_000;

/** The right to run one check, held for as long as the run lasts. */
export type Run = {
  readonly id: string;
  readonly deps: CheckDeps;
  /** Aborted when the process ends, the check is cancelled, or somebody else took over. */
  readonly signal: AbortSignal;
  /** What is written together commits together; writes of one run follow each other. */
  readonly write: <T>(step: string, body: (on: Writing) => Promise<T>) => Promise<T>;
  /** Reads that a write depends on, in the same row of things as the writes. */
  readonly inTurn: <T>(body: () => Promise<T>) => Promise<T>;
};

/** False where another process holds the check, or it has ended. */
export async function withLease(
  deps: CheckDeps,
  id: string,
  owner: string,
  ending: AbortSignal,
  body: (run: Run) => Promise<void>,
): Promise<boolean> {
  const fence = await takeLease(deps.store, id, owner);
  if (fence === null) return false;
  const lease = { checkId: id, fence };
  if (await restsFirst(deps, lease)) {
    await releaseLease(deps.store, lease, false);
    return true;
  }
  const lost = new AbortController();
  const renewing = setInterval(() => void renew(deps, lease, lost), RENEW_MS);
  try {
    await body(makeRun(deps, lease, AbortSignal.any([ending, lost.signal])));
  } catch (error) {
    if (!(error instanceof StaleLease)) throw error;
  } finally {
    clearInterval(renewing);
    lost.abort();
    await releaseLease(deps.store, lease);
  }
  return true;
}

/** The place among the cursors that says after how many deaths a check has rested. */
const RESTED = "rested";

/** A check that its process died of is left alone for a while, and in the end for good: the others go on meanwhile. */
async function restsFirst(deps: CheckDeps, lease: Lease): Promise<boolean> {
  const row = await readCheck(deps.store, lease.checkId);
  const next = row && row.cursor[RESTED] !== row.deaths ? afterDeaths(row.deaths, lease.checkId) : "run";
  if (!row || next === "run") return false;
  deps.trouble(new Error(`The process ended ${row.deaths} times in a row while it ran check ${row.id}.`));
  const now = deps.now();
  await underLease(deps.store, lease, now, async (on) => {
    if (next === "give-up") {
      await patchCheck(on, { deaths: 0 });
      await endCheck(on, "failed", "process-ended");
    } else {
      await saveCursor(on, RESTED, row.deaths);
      await patchCheck(on, { state: "waiting", waits: [], resumesAt: new Date(now.getTime() + next) });
    }
  });
  return true;
}

async function renew(deps: CheckDeps, lease: Lease, lost: AbortController): Promise<void> {
  const held = await renewLease(deps.store, lease).catch(() => true);
  if (!held) lost.abort();
}

function makeRun(deps: CheckDeps, lease: Lease, signal: AbortSignal): Run {
  const inTurn = openTurns();
  const crash = openCrash(deps.settings.crashAt);
  const write: Run["write"] = async (step, body) => {
    const result = await underLease(deps.store, lease, deps.now(), body);
    crash(step);
    return result;
  };
  return { id: lease.checkId, deps, signal, inTurn, write };
}

/** One after the other, in the order of the calls; a failed turn does not hold up the next. */
export function openTurns(): <T>(body: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (body) => {
    const turn = last.then(body, body);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** `step:n` ends the process right after the n-th commit of a step, as a power cut would. */
function openCrash(crashAt: string | undefined): (step: string) => void {
  const [wanted, count] = crashAt?.split(":") ?? [];
  let seen = 0;
  return (step) => {
    if (step === wanted && ++seen === Number(count ?? 1)) process.kill(process.pid, "SIGKILL");
  };
}
