import { parseArgs } from "node:util";
import { PRESETS, type PresetName } from "#world/make/presets.ts";
import { buildIfStale } from "../scripts/build.ts";
import { allNamedIn, numberIn, presetIn } from "./options.ts";
import { type Entry, MODES, type Mode, type ProgramName } from "./peers/entry.ts";
import { measurePeer } from "./peers/measure.ts";
import type { PeerName } from "./peers/process.ts";
import { publish } from "./peers/publish.ts";
import { rowOf } from "./peers/table.ts";
import { writeResult } from "./results.ts";
import { type Measured, measure, type Pair, type Run } from "./speed/measure.ts";
import { medians } from "./speed/median.ts";

const HELP = `npm run bench -- [--presets small,typical,large] [--modes moved,planned] [--runs 5] [--seed 1] [--speed 1]
                 [--programs housewarming,serial,concurrent] [--cold] [--publish]

Times a check against simulated servers on the production build, by an app that knows nothing yet (cold) and
again by the same app (warm), and holds it against what the latencies and rate windows of those servers allow.
Two programs as people have them then meet the same world, once each: a script that asks one thing after the other,
and a tool that asks sixteen servers at a time. What each of them finds is held against what really happened.
  --presets   ${Object.keys(PRESETS).join(", ")}
  --modes     after a move, before one
  --programs  who runs
  --runs      how often Housewarming does; the medians are printed
  --speed     how many times as fast as the real network the simulated one answers
  --cold      no second check
  --publish   writes docs/bench.json and the table of README.md; what was not run now stays as it was there
A large list is read in one window of fifteen minutes; its second check waits for the next.
`;

const { values } = parseArgs({
  options: {
    presets: { type: "string", default: "small,typical,large" },
    modes: { type: "string", default: MODES.join(",") },
    programs: { type: "string", default: "housewarming,serial,concurrent" },
    runs: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    speed: { type: "string", default: "1" },
    cold: { type: "boolean", default: false },
    publish: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
const out = (line: string): unknown => process.stdout.write(`${line}\n`);
const numberOf = (name: "runs" | "seed" | "speed"): number => numberIn(values[name], name);
const [runs, seed, speed] = [numberOf("runs"), numberOf("seed"), numberOf("speed")];

async function main(): Promise<void> {
  if (values.help) return void out(HELP);
  const presets = values.presets.split(",").map(presetIn);
  const modes = allNamedIn(values.modes, "mode", MODES);
  const programs = allNamedIn(values.programs, "program", ["housewarming", "serial", "concurrent"] as const);
  if (programs.includes("housewarming")) buildIfStale();
  const all: Record<string, unknown> = {};
  for (const preset of presets)
    for (const mode of modes) {
      const own = programs.includes("housewarming") ? await housewarming(preset, mode) : NOT_RUN;
      const peers = programs.filter((name): name is PeerName => name !== "housewarming");
      const entries = { ...own.entries, ...(await peersIn(preset, mode, peers)) };
      all[`${preset}, ${mode}`] = { runs: own.pairs, entries };
      if (values.publish) publish({ preset, mode, seed, speed, entries });
    }
  out(`Written to ${writeResult("speed", { seed, speed, runs, presets: all })}`);
}

type Entries = Partial<Record<ProgramName, Entry>>;
const NOT_RUN: { readonly pairs: readonly Pair[]; readonly entries: Entries } = { pairs: [], entries: {} };

async function housewarming(preset: PresetName, mode: Mode): Promise<typeof NOT_RUN> {
  const pairs: Pair[] = [];
  const wish = { warm: !values.cold, planned: mode === "planned" };
  for (let run = 0; run < runs; run += 1) pairs.push(await measure(preset, seed, speed, wish));
  const [cold, warm] = [entryOf(pairs.map((pair) => pair.cold)), entryOf(pairs.flatMap((pair) => pair.warm ?? []))];
  return {
    pairs,
    entries: {
      ...(cold ? { housewarming: told(`${preset}, ${mode}, cold`, cold) } : {}),
      ...(warm ? { "housewarming again": told(`${preset}, ${mode}, warm`, warm) } : {}),
    },
  };
}

type Middle = { readonly measured: Measured; readonly last: Run };

/** The medians of all runs; what was found is the last one's. */
function entryOf(all: readonly Run[]): Middle | undefined {
  const last = all.at(-1);
  return last && { measured: medians(all.map(({ measured }) => measured)), last };
}

function told(name: string, { measured, last }: Middle): Entry {
  const { firstCauseMs, doneMs, requests, mostToOne, bytes, cpuMs, peakMb } = measured;
  const entry: Entry = {
    ...{ firstCauseMs: Number.isNaN(firstCauseMs) ? null : firstCauseMs, doneMs, requests, mostToOne, bytes },
    ...{ cpuMs, peakMb, tally: last.tally, at: new Date().toISOString(), load: last.load },
  };
  out(`${name}: ${line(measured)}`);
  out(rowOf(name, entry));
  return entry;
}

async function peersIn(preset: PresetName, mode: Mode, peers: readonly PeerName[]): Promise<Entries> {
  const entries: Entries = {};
  for (const peer of peers) {
    const entry = await measurePeer(peer, { preset, mode, seed, speed });
    entries[peer] = entry;
    out(rowOf(`${preset}, ${mode}, ${peer}`, entry));
  }
  return entries;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const line = (one: Measured): string =>
  [
    `${one.ratio.toFixed(2)} times the limit of ${seconds(one.limitMs)}`,
    `${one.growthMb.toFixed(0)} MB above ${one.idleMb.toFixed(0)}`,
    `requests per server: median ${one.requestsMedian}, most ${one.requestsMost}, of ${one.hosts}`,
  ].join("; ");

await main();
