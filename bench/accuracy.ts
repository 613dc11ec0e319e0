import { parseArgs } from "node:util";
import { generate } from "#world/make/generate.ts";
import { PRESETS, type PresetName } from "#world/make/presets.ts";
import { type Pair, pairsOf, strangersIn } from "./accuracy/compare.ts";
import { matrixLines, scoreLines } from "./accuracy/print.ts";
import type { Lived } from "./accuracy/run-world.ts";
import { scoreOf, shareRight } from "./accuracy/score.ts";
import { numberIn, presetIn } from "./options.ts";
import { writeResult } from "./results.ts";

const HELP = `npm run bench:accuracy -- [--preset typical] [--seeds 20] [--first 1] [--snapshot] [--hidden] [--days 0]

Lets a check judge simulated moves and compares its verdicts with what really happened.
  --preset    ${Object.keys(PRESETS).join(", ")}
  --seeds     how many worlds, one after the other
  --first     the first seed
  --snapshot  the mover has a list from before the move
  --hidden    no server shows whom it blocks
  --days      so many days the check goes on looking by itself (with --snapshot); its last look is the one that counts
Ends with 1 where somebody is called blocked who is not, a proof is none, or following is said to work for whom it does not.
`;

const { values } = parseArgs({
  options: {
    preset: { type: "string", default: "typical" },
    seeds: { type: "string", default: "20" },
    first: { type: "string", default: "1" },
    snapshot: { type: "boolean", default: false },
    hidden: { type: "boolean", default: false },
    days: { type: "string", default: "0" },
    help: { type: "boolean", short: "h", default: false },
  },
});

// The log would stand between the lines of the answer; it reads this when it is loaded.
process.env.LOG_LEVEL ??= "silent";

const out = (line: string): unknown => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  if (values.help) {
    out(HELP);
    return 0;
  }
  const { snapshot, hidden } = values;
  const preset = presetIn(values.preset);
  const [days, many, first] = [
    numberIn(values.days, "days"),
    numberIn(values.seeds, "seeds"),
    numberIn(values.first, "first"),
  ];
  const all: Pair[] = [];
  const seeds = Array.from({ length: many }, (_, at) => first + at);
  for (const seed of seeds) {
    const { report, truth } = await lived(preset, seed, days);
    const followers = report.followers ?? [];
    const pairs = pairsOf(followers, truth.followers);
    all.push(...pairs);
    out(lineOf(seed, pairs, strangersIn(followers, truth.followers).length));
  }
  return conclude({ preset, snapshot, hidden, days, seeds }, all);
}

/** One look, or the last of several over some days. */
async function lived(preset: PresetName, seed: number, days: number): Promise<Lived> {
  const { snapshot, hidden } = values;
  if (days === 0) return (await import("./accuracy/run-world.ts")).runWorld(preset, seed, { snapshot, hidden });
  const { liveOn } = await import("./accuracy/live-on.ts");
  const lists = hidden ? { publicLists: 0, publicElsewhere: 0 } : {};
  const looks = await liveOn(generate(preset, seed, { ...PRESETS[preset], ...lists }), {}, days);
  for (const { day, report, truth } of looks) {
    const { missing, reachTold, falseHopes } = scoreOf(pairsOf(report.followers ?? [], truth.followers));
    out(`  day ${day}: reach known of ${reachTold} of ${missing}, ${falseHopes} of them wrongly said to work or wait`);
  }
  const last = looks.at(-1);
  if (!last) throw new Error("There was no look.");
  return last;
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
  readonly days: number;
  readonly seeds: readonly number[];
};

function conclude(setting: Setting, pairs: readonly Pair[]): number {
  const score = scoreOf(pairs);
  out("");
  for (const line of scoreLines(score)) out(line);
  for (const line of matrixLines("What is true, and what was said:", score.causes)) out(line);
  for (const line of matrixLines("Whether following works, of the missing, and what was said:", score.reach)) out(line);
  const name = [
    "accuracy",
    setting.preset,
    ...(["snapshot", "hidden", "days"] as const).filter((flag) => setting[flag]),
  ];
  out(`Written to ${writeResult(name.join("-"), { ...setting, ...score })}`);
  return score.falseBlocks + score.falseProofs + score.falseHopes > 0 ? 1 : 0;
}

process.exit(await main());
