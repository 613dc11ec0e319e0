import { join } from "node:path";
import { readConfig } from "#lib/config.ts";
import { openApp } from "#lib/wire.ts";
import { freshDatabase } from "#testing/store/template.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { SCENARIOS, type ScenarioName } from "#world/scenarios/index.ts";
import { startWorld } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";
import { checkOnce, type Lived, savedBefore } from "./run-world.ts";

/** One written situation, one app that knows nothing yet, one check to its end. */
export async function runScenario(name: ScenarioName, withSnapshot: boolean): Promise<Lived> {
  const world = await startWorld(name);
  const wayIn = openWayIn(world);
  try {
    const config = readConfig({ ...wayIn.env, LIMITS: "off" });
    const dataDir = join(wayIn.folder, "data");
    await freshDatabase(dataDir);
    const app = await openApp(config, { place: { kind: "embedded", dataDir } });
    const { truth } = world;
    const { typed, old, target }: Scenario = SCENARIOS[name];
    const report = checkOnce(
      app,
      typed ?? { old: old.at, new: target.at },
      withSnapshot ? savedBefore(truth) : undefined,
    );
    return { truth, report: await report.finally(() => app.close()) };
  } finally {
    await world.stop();
    wayIn.close();
  }
}
