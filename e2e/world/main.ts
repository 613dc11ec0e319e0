import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { SCENARIOS, type ScenarioName } from "./scenarios/index.ts";
import { startWorld, type World } from "./start.ts";

const { values } = parseArgs({
  options: {
    scenario: { type: "string", default: "three-servers" },
    port: { type: "string", default: "0" },
    dir: { type: "string" },
  },
});

function scenarioNamed(name: string): ScenarioName {
  if (name in SCENARIOS) return name as ScenarioName;
  throw new Error(`no scenario is called ${name}; there are: ${Object.keys(SCENARIOS).join(", ")}`);
}

/** What an app needs to enter this world, and what a test needs to judge it by. */
function leave(world: World, dir: string): void {
  mkdirSync(dir, { recursive: true });
  const [ca, truth] = [join(dir, "ca.pem"), join(dir, "truth.json")];
  writeFileSync(ca, world.caPem);
  writeFileSync(truth, JSON.stringify(world.truth));
  process.stdout.write(`${JSON.stringify({ port: world.port, routes: world.routes, ca, truth })}\n`);
}

const world = await startWorld(scenarioNamed(values.scenario), { port: Number(values.port) });
leave(world, values.dir ?? mkdtempSync(join(tmpdir(), "world-")));
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void world.stop());
