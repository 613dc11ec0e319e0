import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { type Running, startApp } from "#testing/app/process.ts";
import type { Usage } from "../speed/app-probe.ts";
import { PROBE, usageOf } from "../speed/usage.ts";

const CLOCK = join(import.meta.dirname, "../../testing/app/shifted-clock.ts");
/** As long as systemd is told to wait before it starts the app again. */
const RESTART_MS = 1_000;

export type Kept = {
  /** Ends it as a power cut would; resolves when it is back. */
  kill(): Promise<void>;
  setClock(ahead: number): void;
  usage(): Promise<Usage>;
  /** How often it ended although nobody had ended it. */
  ownEnds(): number;
  end(): Promise<void>;
};

/** A process of the app, on a clock that can be set, which is started again whenever it has ended. */
export async function keepProcess(env: Readonly<Record<string, string>>): Promise<Kept> {
  let ahead = 0;
  let over = false;
  let killed = false;
  let own = 0;
  const start = () => startApp({ ...env, CLOCK_AHEAD_MS: `${ahead}` }, [CLOCK, PROBE]);
  let running = await start();
  let back = Promise.withResolvers<void>();
  const startAgain = async (): Promise<Running> => {
    for (;;) {
      try {
        return await start();
      } catch (error) {
        // Its database may be away for longer than it takes to start.
        if (over) throw error;
        await later(RESTART_MS);
      }
    }
  };
  const keep = async (): Promise<void> => {
    await running.ended;
    if (over) return;
    if (!killed) {
      own += 1;
      await later(RESTART_MS);
    }
    killed = false;
    running = await startAgain();
    back.resolve();
    back = Promise.withResolvers<void>();
    return keep();
  };
  void keep().catch(() => undefined);
  return {
    async kill() {
      killed = true;
      const { promise } = back;
      running.process.kill("SIGKILL");
      await promise;
    },
    setClock(wanted) {
      ahead = wanted;
      if (running.process.connected) running.process.send({ ahead });
    },
    usage: () => usageOf(running.process),
    ownEnds: () => own,
    async end() {
      over = true;
      running.process.kill("SIGTERM");
      await running.ended;
    },
  };
}
