import { parseArgs } from "node:util";
import { buildIfStale } from "../scripts/build.ts";
import { STORES } from "./copy/copy.ts";
import { type Load, measureLoad } from "./load/measure-load.ts";
import { tableOf } from "./load/table.ts";
import { allNamedIn, numberIn, presetIn } from "./options.ts";
import { writeResult } from "./results.ts";

const HELP = `npm run bench:load -- [--on embedded,postgres] [--readers 500] [--listeners 20] [--checks 6] [--seconds 30]
                      [--preset typical] [--seed 1]

How one copy of the production build, in front of simulated servers, answers a crowd on a page for followers: all of
them at the same moment, then coming back every two seconds, then beside checks that are running and watched.
On PostgreSQL one process serves the pages and two others run the checks. Visitors' limits are off.
Writes bench/results/load.json and prints a table.
`;

const { values } = parseArgs({
  options: {
    on: { type: "string", default: STORES.join(",") },
    readers: { type: "string", default: "500" },
    listeners: { type: "string", default: "20" },
    checks: { type: "string", default: "6" },
    seconds: { type: "string", default: "30" },
    preset: { type: "string", default: "typical" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", short: "h", default: false },
  },
});
const out = (line: string): unknown => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  if (values.help) return void out(HELP);
  const preset = presetIn(values.preset);
  const number = (name: "readers" | "listeners" | "checks" | "seconds" | "seed"): number =>
    numberIn(values[name], name);
  const wish = {
    ...{ preset, seed: number("seed"), readers: number("readers"), listeners: number("listeners") },
    ...{ checks: number("checks"), seconds: number("seconds") },
  };
  buildIfStale();
  const loads: Load[] = [];
  for (const on of allNamedIn(values.on, "store", STORES)) {
    const load = await measureLoad(on, wish);
    if (!load) out(`On ${on}: this machine has none, SKIPPED.`);
    else {
      loads.push(load);
      out(tableOf(load));
    }
  }
  out(`Written to ${writeResult("load", { wish, loads })}`);
}

await main();
process.exit();
