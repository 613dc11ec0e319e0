import { parseArgs } from "node:util";
import type { CheckState } from "#lib/contract/check-state.ts";
import { generate } from "#world/make/generate.ts";
import { PRESETS } from "#world/make/presets.ts";
import { startWorld } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";
import { buildIfStale } from "../scripts/build.ts";
import { type Made, startCheck } from "./copy/calls.ts";
import { type Copy, openCopy } from "./copy/copy.ts";
import { eventsOf } from "./copy/events.ts";
import { numberIn, presetIn } from "./options.ts";
import { type Tally, tallyOf } from "./peers/tally.ts";
import { writeResult } from "./results.ts";
import { followersIn } from "./speed/check.ts";

const HELP = `npm run bench:many -- [--preset extreme] [--seed 1] [--most 600]

What a list of 200,000 followers costs one copy on its embedded database: the process at its largest, processor time,
requests. Such a list takes ten windows of fifteen minutes; whenever the check waits for one, the clocks of the copy
and of the simulated network are set to its end. Ends with 1 where the process took more than so many megabytes, or
somebody was called blocked who is not.
`;

const { values } = parseArgs({
  options: {
    preset: { type: "string", default: "extreme" },
    seed: { type: "string", default: "1" },
    most: { type: "string", default: "600" },
    help: { type: "boolean", short: "h", default: false },
  },
});
const out = (line: string): unknown => process.stdout.write(`${line}\n`);

let ahead = 0;
async function main(): Promise<void> {
  if (values.help) return void out(HELP);
  const preset = presetIn(values.preset);
  buildIfStale();
  const [seed, most] = [numberIn(values.seed, "seed"), numberIn(values.most, "most")];
  const world = await startWorld(generate(preset, seed, PRESETS[preset]), { clock: { now: () => Date.now() + ahead } });
  const wayIn = openWayIn(world);
  const copy = await openCopy("embedded", wayIn);
  if (!copy) throw new Error("The embedded database is everywhere.");
  try {
    const idle = await copy.web.usage();
    const begun = performance.now();
    const made = await startCheck(copy.url, { mode: "moved", old: world.truth.old });
    const windows = await overAllWindows(copy, made);
    const seconds = (performance.now() - begun) / 1_000;
    const used = await copy.web.usage();
    const tally: Tally = tallyOf(await followersIn(copy.url, made), world.truth);
    const told = await copy.web.usage();
    const result = {
      ...{ preset, seed, followers: PRESETS[preset].followers, seconds, windows, requests: world.requests.length },
      ...{ idleMb: idle.rssMb, peakMb: used.peakMb, exportPeakMb: told.peakMb, cpuMs: used.cpuMs - idle.cpuMs, tally },
    };
    out(JSON.stringify(result));
    out(`Written to ${writeResult("many", result)}`);
    const tooMuch = Math.max(used.peakMb, told.peakMb) > most;
    process.exitCode = tooMuch || tally.falseBlocks > 0 ? 1 : 0;
  } finally {
    await copy.close();
    await world.stop();
    wayIn.close();
  }
}

/** How many windows it waited for. */
async function overAllWindows(copy: Copy, made: Made): Promise<number> {
  let windows = 0;
  for await (const { state, resumesAt } of statesOf(copy.url, made)) {
    if (state === "failed" || state === "cancelled") throw new Error(`The check ended as ${state}.`);
    if (state === "waiting" && goTo(copy, resumesAt)) windows += 1;
  }
  return windows;
}

/** Every state that is told, up to `done`, over as many streams as it takes. */
async function* statesOf(url: string, { id, key }: Made): AsyncGenerator<CheckState> {
  for (let last = ""; last !== "done"; )
    for await (const { event, data } of eventsOf(`${url}/api/checks/${id}/events`, key)) {
      if (event !== "state") continue;
      last = (data as CheckState).state;
      yield data as CheckState;
    }
}

/** False where that moment is over. */
function goTo(copy: Copy, moment: string | undefined): boolean {
  const left = Date.parse(moment ?? "") - Date.now() - ahead;
  if (!(left > 0)) return false;
  ahead += left + 1_000;
  copy.setClock(ahead);
  out(`The clock goes ${Math.round(left / 1_000)} s forward.`);
  return true;
}

await main();
process.exit();
