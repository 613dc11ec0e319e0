import { parseArgs } from "node:util";
import { generate } from "#world/make/generate.ts";
import { PRESETS } from "#world/make/presets.ts";
import { stream } from "#world/make/random.ts";
import { startWorld } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";
import { buildIfStale } from "../scripts/build.ts";
import { DISTURBANCES, type Disturbance } from "./chaos/disturbances.ts";
import { firstChecks } from "./chaos/first-checks.ts";
import { playRound, type Round } from "./chaos/round.ts";
import { HEAD, rowOf } from "./chaos/table.ts";
import { type Copy, type On, openCopy, STORES } from "./copy/copy.ts";
import { allNamedIn, numberIn } from "./options.ts";
import { writeResult } from "./results.ts";

const HELP = `npm run chaos -- [--on embedded|postgres] [--minutes 10] [--seed 1] [--only words] [--short]

Plays with one copy of the production build: people read a page for followers, watch checks and make new ones, while
processes, workers and the database are killed, the disk is full, the clock is set and servers fail. After each it
looks whether a promise was broken: no check is lost, nobody is named twice or not at all, no verdict is wrong by the
truth of the simulated network, no server is asked more than it may be, and whoever reads gets the page or is told
to come back. It ends with 1 where one was.
  --on       the store; both, one after the other, where nothing is said
  --minutes  begins again until so much time is gone; 0 does everything once
  --seed     of the network, and of the moments at which something happens
  --only     what has these words in its name
  --short    not that after which checks rest for minutes
`;

const { values } = parseArgs({
  options: {
    on: { type: "string", default: STORES.join(",") },
    minutes: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    short: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
const out = (line: string): unknown => process.stdout.write(`${line}\n`);
const [minutes, seed] = [numberIn(values.minutes, "minutes"), numberIn(values.seed, "seed")];
/** Slow enough for something to be under way when something happens. */
const SPEED = 2;

async function main(): Promise<void> {
  if (values.help) return void out(HELP);
  const stores = allNamedIn(values.on, "store", STORES);
  buildIfStale();
  const all: Record<string, readonly Round[]> = {};
  for (const on of stores) all[on] = await playOn(on);
  out(`Written to ${writeResult("chaos", { seed, minutes, rounds: all })}`);
  const broken = Object.values(all)
    .flat()
    .flatMap((round) => round.broken);
  out(broken.length > 0 ? `${broken.length} promises were broken.` : "Every promise was kept.");
  process.exitCode = broken.length > 0 ? 1 : 0;
}

async function playOn(on: On): Promise<readonly Round[]> {
  const world = await startWorld(generate("small", seed, PRESETS.small), { speed: SPEED });
  const wayIn = openWayIn(world);
  const copy = await openCopy(on, wayIn, true);
  try {
    if (!copy) return skipped(on);
    const chosen = chosenFor(on, copy);
    const setting = { copy, world, random: stream(seed), ...(await firstChecks({ copy, world })) };
    out(`\nOn ${on}, seed ${seed}:\n${HEAD}`);
    const rounds: Round[] = [];
    const until = performance.now() + minutes * 60_000;
    do {
      for (const disturbance of chosen) {
        const round = await playRound(setting, disturbance);
        rounds.push(round);
        out(rowOf(round));
      }
    } while (performance.now() < until);
    return rounds;
  } finally {
    await copy?.close();
    await world.stop();
    wayIn.close();
  }
}

function skipped(on: On): readonly Round[] {
  out(`\nOn ${on}: this machine has none, SKIPPED.`);
  return [];
}

function chosenFor(on: On, { disk }: Copy): readonly Disturbance[] {
  const named = DISTURBANCES.filter((one) => one.on.includes(on) && one.name.includes(values.only));
  if (named.length === 0) throw new Error(`Nothing that happens on ${on} has "${values.only}" in its name.`);
  if (!disk) out("This machine lets nobody mount a small disk: a full one is SKIPPED.");
  return named.filter(({ needsDisk, slow }) => (disk || !needsDisk) && !(slow && values.short));
}

await main();
process.exit();
