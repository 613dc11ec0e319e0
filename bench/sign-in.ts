import { parseArgs } from "node:util";
import { generate } from "#world/make/generate.ts";
import { PRESETS } from "#world/make/presets.ts";
import type { SignedInScore } from "./accuracy/sign-in-run.ts";
import { numberIn, presetIn } from "./options.ts";
import { writeResult } from "./results.ts";

const HELP = `npm run bench:sign-in -- [--preset typical] [--seeds 10] [--first 1] [--people]

Lets checks judge simulated moves with a list from before, signs in with the new account, and compares what was said
before and after it with what really happened.
  --preset  ${Object.keys(PRESETS).join(", ")}
  --seeds   how many worlds, one after the other
  --first   the first seed
  --people  the owner ticks that single people may be looked up as well
Ends with 1 where signing in added an answer that is wrong.
`;

const { values } = parseArgs({
  options: {
    preset: { type: "string", default: "typical" },
    seeds: { type: "string", default: "10" },
    first: { type: "string", default: "1" },
    people: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

// The log would stand between the lines of the answer; it reads this when it is loaded.
process.env.LOG_LEVEL ??= "silent";

const out = (line: string): unknown => process.stdout.write(`${line}\n`);
const share = (some: number, all: number): string => `${((100 * some) / Math.max(1, all)).toFixed(1)} %`;

async function main(): Promise<number> {
  if (values.help) {
    out(HELP);
    return 0;
  }
  const { scoreOfSignIn, signedInRun, wrongInWords } = await import("./accuracy/sign-in-run.ts");
  const { people } = values;
  const preset = presetIn(values.preset);
  const [many, first] = [numberIn(values.seeds, "seeds"), numberIn(values.first, "first")];
  const rows: Row[] = [];
  for (let seed = first; rows.length < many; seed++) {
    const { wrong, ...told } = scoreOfSignIn(
      await signedInRun(generate(preset, seed, PRESETS[preset]), people ? ["people"] : []),
    );
    rows.push({ ...told, wrong: wrong.length, seed });
    out(`seed ${seed}: ${inWords({ ...told, wrong: wrong.length })}`);
    for (const pair of wrong) out(`  wrong: ${wrongInWords(pair)}`);
  }
  const all = rows.reduce((sum, row) => added(sum, row), NOTHING);
  out(`together: ${inWords(all)}`);
  out(`Written to ${writeResult(`sign-in-${preset}`, { preset, people, rows, all })}`);
  return all.wrong > 0 ? 1 : 0;
}

type Counts = Omit<SignedInScore, "wrong"> & { readonly wrong: number };
type Row = Counts & { readonly seed: number };
const NOTHING: Counts = { missing: 0, openBefore: 0, openAfter: 0, onlyOwnerSees: 0, settled: 0, wrong: 0 };

const added = (one: Counts, other: Counts): Counts => ({
  missing: one.missing + other.missing,
  openBefore: one.openBefore + other.openBefore,
  openAfter: one.openAfter + other.openAfter,
  onlyOwnerSees: one.onlyOwnerSees + other.onlyOwnerSees,
  settled: one.settled + other.settled,
  wrong: one.wrong + other.wrong,
});

const inWords = ({ missing, openBefore, openAfter, onlyOwnerSees, settled, wrong }: Counts): string =>
  `${missing} missing, unknown ${share(openBefore, missing)} before and ${share(openAfter, missing)} after; of the unknown the new server shuts out ${onlyOwnerSees} (${share(onlyOwnerSees, missing)} of the missing); ${settled} answers added, ${wrong} wrong`;

process.exit(await main());
