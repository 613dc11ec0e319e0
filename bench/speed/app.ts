import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApp } from "#testing/app/process.ts";
import { freePort } from "#testing/free-port.ts";
import type { Usage } from "./app-probe.ts";
import { PROBE, usageOf } from "./usage.ts";

export type AppProcess = {
  readonly url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
};

/** The production build as it is shipped, on an empty data folder, with a probe beside it. */
export async function openAppProcess(env: Readonly<Record<string, string>>): Promise<AppProcess> {
  const folder = mkdtempSync(join(tmpdir(), "housewarming-bench-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const own = {
    PORT: String(port),
    DATA_DIR: join(folder, "data"),
    LIMITS: "off",
    LOG_LEVEL: "warn",
  };
  const { process: child, ended } = await startApp({ ...env, ...own }, [PROBE]);
  return {
    url,
    usage: () => usageOf(child),
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
