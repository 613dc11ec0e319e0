import type { Run } from "../state/run-lease.ts";
import type { RunState } from "../state/run-state.ts";
import { type Answered, judgeAsked, judgeStale } from "./judge.ts";

/** Who is here already is counted up this often while lists are read. */
const COUNT_UP_MS = 2_000;

/** One judgement at a time: what is answered meanwhile is judged together. */
export function openJudgingQueue(run: Run, runState: RunState, finished: Answered[]) {
  let under: Promise<void> | undefined;
  let countedUp = run.deps.now().getTime();
  const work = async (): Promise<void> => {
    while (finished.length > 0) await judgeAsked(run, runState, () => finished.splice(0));
    const now = run.deps.now().getTime();
    if (now - countedUp >= COUNT_UP_MS) {
      countedUp = now;
      await judgeStale(run, runState, { which: "complete" });
    }
    under = undefined;
  };
  return {
    start: () => {
      under ??= work();
      // The failure is told by `underWay` and by `end`.
      under.catch(() => undefined);
    },
    underWay: () => (under === undefined ? [] : [under]),
    end: async () => {
      await under;
      await judgeStale(run, runState, { which: "complete" });
    },
  };
}
