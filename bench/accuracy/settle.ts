import type { CheckState } from "#lib/contract/check-state.ts";
import type { TestApp } from "#testing/wire/test-app.ts";

const MINUTE = 60_000;
/** Turns of ten milliseconds. */
const WAKE_AGAIN = 100;

/** A check on a clock that can be set. */
export type Running = Pick<TestApp, "app"> & {
  readonly id: string;
  readonly key: string;
  readonly clock: ReturnType<typeof openClock>;
};

/** Ahead of the machine's own, by as much as it was told to go on. */
export function openClock() {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    goOn(ms: number): void {
      ahead += ms;
    },
    /** A minute past that moment; never back. */
    goPast(moment: string): void {
      ahead = Math.max(ahead, Date.parse(moment) - Date.now() + MINUTE);
    },
  };
}

export async function stateNow({ app, id, key }: Running): Promise<CheckState> {
  const state = await app.checks.state(id, key);
  if (!state) throw new Error("the check is not there any more");
  return state;
}

/** To the end of a run, over the moments at which it waits for somebody. */
export async function settle(check: Running, looks: number): Promise<CheckState> {
  for (let turn = 1; ; turn++) {
    const state = await stateNow(check);
    // What was woken while the run before was still telling browsers is woken again, as it is every ten minutes.
    if (state.state === "done" && turn % WAKE_AGAIN === 0) await check.app.tidy();
    if (state.state === "failed") throw new Error(`The check failed: ${state.failure}`);
    if (hasLooked(state, looks)) return state;
    if (state.state === "waiting" && state.resumesAt !== undefined) {
      check.clock.goPast(state.resumesAt);
      await check.app.tidy();
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const hasLooked = ({ state, looks, history }: CheckState, many: number): boolean =>
  state === "done" && looks?.made === many && history.length > many;
