/**
 * How much of the judging would a test notice if it were wrong? Makes small mistakes in the code one by one, in memory,
 * and runs the tests against each. `npm run -s node -- scripts/mutate.ts [--max 400] [--seed 1] [--minutes 30] [--only part]`
 */
import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createVitest } from "vitest/node";
import { apply, type Mutant, mutantsOf } from "./mutate/mutants.ts";

const TARGETS = [
  "lib/causes/*.ts",
  "lib/domain/diagnosis/diagnose.ts",
  "lib/domain/diagnosis/reach.ts",
  "lib/domain/readings/*.ts",
  "lib/domain/blocks/block-match.ts",
];
const NOT_JUDGING = /\.test\.ts$|causes\/index\.ts$/;
/** Quick ones first: the laws are run against what the tables let pass. */
const TABLES = [
  "lib/causes/*.test.ts",
  "lib/domain/{diagnosis,blocks,judging}/*.test.ts",
  "lib/domain/readings/*.test.ts",
];
const LAWS = ["lib/causes/{kinds,properties,false-blocks}.test.ts"];
const SLOW = /(kinds|properties|false-blocks|speed|hidden-lists)\.test\.ts$/;
const ENOUGH = 85;

const { values } = parseArgs({
  options: {
    max: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "60" },
    only: { type: "string", default: "" },
  },
});

const root = resolve(import.meta.dirname, "..");
const files = (patterns: readonly string[]) =>
  patterns.flatMap((one) => globSync(one, { cwd: root })).map((one) => resolve(root, one));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The same seed, the same sample. */
function sample(all: readonly Mutant[], most: number, seed: number): readonly Mutant[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  const drawn = all.map((mutant) => [next(), mutant] as const).sort(([one], [other]) => one - other);
  return drawn.slice(0, most).map(([, mutant]) => mutant);
}

const judging = files(TARGETS).filter((file) => !NOT_JUDGING.test(file));
const sources = new Map(judging.map((file) => [file, readFileSync(file, "utf8")]));
/** A mutant that is no program would count as killed without any test having looked. */
function parses(source: string): boolean {
  try {
    stripTypeScriptTypes(source);
    return true;
  } catch {
    return false;
  }
}

let current: Mutant | undefined;
const quiet = { onInit() {} };
const vitest = await createVitest(
  {
    watch: false,
    root,
    config: false,
    bail: 1,
    fsModuleCache: false,
    reporters: [quiet],
    pool: "threads",
    maxWorkers: 1,
    include: ["lib/**/*.test.ts"],
    isolate: false,
    testTimeout: 20_000,
  },
  {
    plugins: [
      {
        name: "mutant",
        enforce: "pre",
        // From what was read at the start: somebody may be writing in these files meanwhile.
        transform: (_: string, id: string) => {
          const source = sources.get(id.split("?")[0] ?? "");
          return source !== undefined && current && id.startsWith(current.file) ? apply(source, current) : source;
        },
      },
    ],
  },
);

async function passes(tests: readonly string[]): Promise<boolean> {
  vitest.state.clearErrors();
  vitest.state.filesMap.clear();
  const specifications = await vitest.globTestSpecifications([...tests]);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  if (testModules.length === 0) throw new Error("no test was run");
  return unhandledErrors.length === 0 && testModules.every((one) => one.ok());
}

async function survives(mutant: Mutant, tables: readonly string[], laws: readonly string[]): Promise<boolean> {
  current = mutant;
  vitest.invalidateFile(mutant.file);
  const lives = (await passes(tables)) && (await passes(laws));
  current = undefined;
  vitest.invalidateFile(mutant.file);
  return lives;
}

const tables = files(TABLES).filter((one) => !SLOW.test(one));
const laws = files(LAWS);
if (!(await passes([...tables, ...laws]))) throw new Error("the tests fail without any mutant");

const all = [...sources]
  .filter(([file]) => file.includes(values.only))
  .flatMap(([file, source]) => mutantsOf(file, source).filter((mutant) => parses(apply(source, mutant))));
const chosen = sample(all, Number(values.max), Number(values.seed));
const end = Date.now() + Number(values.minutes) * 60_000;
const lived: Mutant[] = [];
let tried = 0;
for (const mutant of chosen) {
  if (Date.now() > end) break;
  tried += 1;
  if (await survives(mutant, tables, laws)) {
    lived.push(mutant);
    const line = sources.get(mutant.file)?.slice(0, mutant.at).split("\n").length;
    say(`lives: ${relative(root, mutant.file)}:${line} ${JSON.stringify(mutant.from)} → ${JSON.stringify(mutant.to)}`);
  }
}
await vitest.close();

const score = tried === 0 ? 0 : (100 * (tried - lived.length)) / tried;
say(
  `${tried} of ${all.length} mutants tried (seed ${values.seed}): ${tried - lived.length} killed, ${lived.length} live, ${score.toFixed(1)} %`,
);
process.exitCode = score >= ENOUGH ? 0 : 1;
