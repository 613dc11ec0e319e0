import { closeSync, mkdirSync, mkdtempSync, openSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generate } from "./make/generate.ts";
import { isPreset, PRESETS } from "./make/presets.ts";
import type { Scenario } from "./make/scenario.ts";
import { WRITTEN } from "./scenarios/index.ts";
import { startWorld, type World } from "./start.ts";
import type { TruthFile } from "./truth/truth.ts";

const { values } = parseArgs({
  options: {
    scenario: { type: "string" },
    preset: { type: "string" },
    seed: { type: "string", default: "1" },
    speed: { type: "string" },
    set: { type: "string", multiple: true, default: [] },
    port: { type: "string", default: "0" },
    dir: { type: "string" },
  },
});

function chosen(): Scenario {
  const { scenario = "three-servers", preset } = values;
  if (preset !== undefined) return generated(preset);
  const written = WRITTEN[scenario];
  if (written) return written;
  throw new Error(`no scenario is called ${scenario}; there are: ${Object.keys(WRITTEN).join(", ")}`);
}

function generated(preset: string): Scenario {
  if (!isPreset(preset))
    throw new Error(`no preset is called ${preset}; there are: ${Object.keys(PRESETS).join(", ")}`);
  const own = values.set.map((pair) => pair.split("=")).map(([name = "", value]) => [name, Number(value)]);
  return generate(preset, Number(values.seed), { ...PRESETS[preset], ...Object.fromEntries(own) });
}

/** What an app needs to enter this world, and what a test needs to judge it by. */
function leave(world: World, dir: string): void {
  mkdirSync(dir, { recursive: true });
  const [ca, truth] = [join(dir, "ca.pem"), join(dir, "truth.json")];
  writeFileSync(ca, world.caPem);
  writeTruth(truth, world.truth);
  process.stdout.write(`${JSON.stringify({ port: world.port, routes: world.routes, ca, truth })}\n`);
}

/** Row by row: the whole text of a large world would need as much memory as the world itself. */
function writeTruth(path: string, { followers, ...rest }: TruthFile): void {
  const file = openSync(path, "w");
  writeSync(file, `${JSON.stringify(rest).slice(0, -1)},"followers":[\n`);
  for (let at = 0; at < followers.length; at += ROWS) {
    const rows = followers.slice(at, at + ROWS).map((row) => JSON.stringify(row));
    writeSync(file, `${at > 0 ? ",\n" : ""}${rows.join(",\n")}`);
  }
  writeSync(file, "\n]}\n");
  closeSync(file);
}
const ROWS = 1000;

const world = await startWorld(chosen(), {
  port: Number(values.port),
  ...(values.speed ? { speed: Number(values.speed) } : {}),
});
leave(world, values.dir ?? mkdtempSync(join(tmpdir(), "world-")));
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void world.stop());
