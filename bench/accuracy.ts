import { parseArgs } from "node:util";
import { isPreset, PRESETS } from "#world/make/presets.ts";
import { type Pair, pairsOf, strangersIn } from "./accuracy/compare.ts";
import { matrixLines, scoreLines } from "./accuracy/print.ts";
import { scoreOf, shareRight } from "./accuracy/score.ts";
import { writeResult } from "./results.ts";

const HELP = `npm run bench:accuracy -- [--preset typical] [--seeds 20] [--first 1] [--snapshot] [--hidden]

Lets a check judge simulated moves and compares its verdicts with what really happened.
  --preset    ${Object.keys(PRESETS).join(", ")}
  --seeds     how many worlds, one after the other
  --first     the first seed
  --snapshot  the mover has a list from before the move
  --hidden    no server shows whom it blocks
Ends with 1 where somebody is called blocked who is not, or a proof is none.
`;

const { values } = parseArgs({
  options: {
    preset: { type: "string", default: "typical" },
    seeds: { type: "string", default: "20" },
    first: { type: "string", default: "1" },
    snapshot: { type: "boolean", default: false },
    hidden: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

// The log would stand between the lines of the answer; it reads this when it is loaded.
process.env.LOG_LEVEL ??= "silent";

const out = (line: string): unknown => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  if (values.help) return out(HELP) ? 0 : 0;
  const { runWorld } = await import("./accuracy/run-world.ts");
  const { preset, snapshot, hidden } = values;
  if (!isPreset(preset)) throw new Error(`There is no preset ${preset}; there are ${Object.keys(PRESETS).join(", ")}.`);
  const all: Pair[] = [];
  const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => Number(values.first) + at);
  for (const seed of seeds) {
    const { report, truth } = await runWorld(preset, seed, { snapshot, hidden });
    const followers = report.followers ?? [];
    const pairs = pairsOf(followers, truth.followers);
    all.push(...pairs);
    out(lineOf(seed, pairs, strangersIn(followers, truth.followers).length));
  }
  return conclude({ preset, snapshot, hidden, seeds }, all);
}

function lineOf(seed: number, pairs: readonly Pair[], strangers: number): string {
  const { visible, visibleRight, falseBlocks, falseProofs } = scoreOf(pairs);
  const share = (shareRight({ visible, visibleRight }) * 100).toFixed(1);
  const invented = strangers > 0 ? `, ${strangers} people nobody knows` : "";
  return `seed ${seed}: ${visibleRight} of ${visible} right (${share} %), ${falseBlocks} false blocks, ${falseProofs} false proofs${invented}`;
}

type Setting = {
  readonly preset: string;
  readonly snapshot: boolean;
  readonly hidden: boolean;
  readonly seeds: readonly number[];
};

function conclude(setting: Setting, pairs: readonly Pair[]): number {
  const score = scoreOf(pairs);
  out("");
  for (const line of scoreLines(score)) out(line);
  for (const line of matrixLines("What is true, and what was said:", score.causes)) out(line);
  for (const line of matrixLines("Whether following works, of the missing, and what was said:", score.reach)) out(line);
  const name = ["accuracy", setting.preset, ...(["snapshot", "hidden"] as const).filter((flag) => setting[flag])];
  out(`Written to ${writeResult(name.join("-"), { ...setting, ...score })}`);
  return score.falseBlocks > 0 || score.falseProofs > 0 ? 1 : 0;
}

process.exit(await main());
