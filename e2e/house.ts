import { join } from "node:path";
import { test as base } from "@playwright/test";
import { startApp } from "#testing/app/process.ts";
import { freePort } from "#testing/free-port.ts";
import { freshDatabase } from "#testing/store/template.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { ScenarioName } from "#world/scenarios/index.ts";
import { reachOnLoopback } from "#world/serve/reach.ts";
import { type Options, startWorld, type World } from "#world/start.ts";
import { openWayIn, type WayIn } from "#world/way-in.ts";
import { buildIfStale } from "../scripts/build.ts";

/** One copy of the app, on data of its own. */
export type App = {
  readonly url: string;
  /** Ends the app as a power cut would, and starts it again on the same data. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>;
  /** Resolves when the process is gone. */
  readonly ended: () => Promise<number | null>;
  readonly pid: () => number;
  close(): Promise<void>;
};
/** One in front of one simulated fediverse. */
export type House = App & {
  readonly world: World;
  readonly dataDir: string;
  /** An address of the scenario, as it stands in the world. Others may stand beside it: see `street.ts`. */
  readonly named: (text: string) => string;
};

type Variables = Readonly<Record<string, string>>;

export async function openHouse(
  scenario: Scenario | ScenarioName,
  env: Variables = {},
  more: Pick<Options, "push"> = {},
): Promise<House> {
  let port: number | undefined;
  const { PUBLIC_URL } = env;
  const reach = PUBLIC_URL ? { reach: reachOnLoopback(PUBLIC_URL, () => port) } : {};
  const world = await startWorld(scenario, { ...reach, ...more });
  const wayIn = openWayIn(world);
  const app = await openApp(wayIn, env);
  port = Number(new URL(app.url).port);
  return {
    ...app,
    world,
    dataDir: wayIn.folder,
    named: (text) => text,
    async close() {
      await app.close();
      await world.stop();
      wayIn.close();
    },
  };
}

/** The folder holds `ca.pem`, and everything the app keeps. */
export async function openApp({ folder, env: way }: WayIn, env: Variables = {}): Promise<App> {
  // The pages are tested as they are shipped.
  buildIfStale();
  const dataDir = join(folder, "data");
  if (!env.DATABASE_URL) await freshDatabase(dataDir);
  const port = await freePort();
  const fixed = {
    PORT: String(port),
    DATA_DIR: dataDir,
    ...way,
    LIMITS: "off",
    LOG_LEVEL: "warn",
  };
  let running = await startApp({ ...fixed, ...env });
  return {
    url: `http://localhost:${port}`,
    ended: () => running.ended,
    pid: () => running.process.pid ?? 0,
    async restart(more = {}) {
      running.process.kill("SIGKILL");
      await running.ended;
      running = await startApp({ ...fixed, ...more });
    },
    async close() {
      running.process.kill("SIGTERM");
      await running.ended;
    },
  };
}

/** Tests of one file share a house; `test.use({ scenario })` says which world it stands in. */
export const test = base.extend<object, { scenario: Scenario | ScenarioName; house: House }>({
  scenario: ["three-servers", { option: true, scope: "worker" }],
  house: [
    async ({ scenario }, use) => {
      const house = await openHouse(scenario);
      await use(house);
      await house.close();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: async ({ house }, use) => use(house.url),
});
