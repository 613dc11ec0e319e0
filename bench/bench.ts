import { parseArgs } from "node:util";
import { isPreset, PRESETS, type PresetName } from "#world/make/presets.ts";
import { buildIfStale } from "../scripts/build.ts";
import { writeResult } from "./results.ts";
import { type Measured, measure, type Pair } from "./speed/measure.ts";
import { medians } from "./speed/median.ts";

const HELP = `npm run bench -- [--presets small,typical,large] [--runs 5] [--seed 1] [--speed 1] [--cold]

Times a check against simulated servers on the production build, by an app that knows nothing yet (cold) and
again by the same app (warm), and holds it against what the latencies and rate windows of those servers allow.
  --presets  ${Object.keys(PRESETS).join(", ")}
  --runs     how often; the medians are printed
  --speed    how many times as fast as the real network the simulated one answers
  --cold     no second check
A large list is read in one window of fifteen minutes; its second check waits for the next.
`;

const { values } = parseArgs({
  options: {
    presets: { type: "string", default: "small,typical,large" },
    runs: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    speed: { type: "string", default: "1" },
    cold: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
const out = (line: string): unknown => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  if (values.help) return void out(HELP);
  const presets = values.presets.split(",").map(presetNamed);
  const [runs, seed, speed] = [Number(values.runs), Number(values.seed), Number(values.speed)];
  buildIfStale();
  const all: Record<string, unknown> = {};
  for (const preset of presets) {
    const pairs: Pair[] = [];
    for (let run = 0; run < runs; run += 1) pairs.push(await measure(preset, seed, speed, { warm: !values.cold }));
    all[preset] = { runs: pairs, medians: told(preset, pairs) };
  }
  out(`Written to ${writeResult("speed", { seed, speed, runs, presets: all })}`);
}

function presetNamed(name: string): PresetName {
  if (!isPreset(name)) throw new Error(`There is no preset ${name}; there are ${Object.keys(PRESETS).join(", ")}.`);
  return name;
}

function told(preset: string, pairs: readonly Pair[]): Readonly<Record<string, Measured>> {
  const cold = medians(pairs.map((pair) => pair.cold));
  const warm = medians(pairs.flatMap((pair) => pair.warm ?? []));
  out(`${preset}, cold: ${line(cold)}`);
  if (Number.isFinite(warm.doneMs)) out(`${preset}, warm: ${line(warm)}`);
  return Number.isFinite(warm.doneMs) ? { cold, warm } : { cold };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const line = (one: Measured): string =>
  [
    `first cause ${seconds(one.firstCauseMs)}`,
    `done ${seconds(one.doneMs)}, ${one.ratio.toFixed(2)} times the limit of ${seconds(one.limitMs)}`,
    `${seconds(one.cpuMs)} of processor`,
    `${one.growthMb.toFixed(0)} MB above ${one.idleMb.toFixed(0)}`,
    `requests per server: median ${one.requestsMedian}, most ${one.requestsMost}, of ${one.hosts}`,
  ].join("; ");

await main();
