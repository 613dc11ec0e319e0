import { join } from "node:path";
import { readConfig } from "#lib/config.ts";
import { type App, openApp } from "#lib/wire.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { ScenarioName } from "#world/scenarios/index.ts";
import { type Options, startWorld, type World } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";
import { freshDatabase } from "../store/template.ts";

/** A world and an app with an empty database, for the tests of one file. */
export type TestApp = { readonly app: App; readonly world: World; close(): Promise<void> };

export async function openTestApp(
  scenario: Scenario | ScenarioName,
  { now, ...options }: Options & { readonly now?: () => Date } = {},
): Promise<TestApp> {
  const world = await startWorld(scenario, options);
  const wayIn = openWayIn(world);
  const config = readConfig({ ...wayIn.env, LIMITS: "off" });
  const dataDir = join(wayIn.folder, "data");
  await freshDatabase(dataDir);
  const app = await openApp(config, { place: { kind: "embedded", dataDir }, ...(now ? { now } : {}) });
  return {
    ...{ app, world },
    async close() {
      await app.close();
      await world.stop();
      wayIn.close();
    },
  };
}
