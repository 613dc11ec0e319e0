import { loadavg } from "node:os";
import type { NewCheck } from "#lib/contract/check-input.ts";
import type { PresetName } from "#world/make/presets.ts";
import { added, type Tally, tallyOf } from "../peers/tally.ts";
import { openWorld, type WorldProcess } from "../world/open.ts";
import { type AppProcess, openAppProcess } from "./app.ts";
import { followersIn, timeCheck } from "./check.ts";
import { limitOf, type Means, type Shape, withComputing } from "./limit.ts";
import { answeringIn, askedOf, requestsOf, weightOf } from "./requests.ts";

export const OLD = "alice@old.test";
export const OWN = ["old.test", "new.test"];
const WINDOW_MS = 15 * 60_000;
const PAGES_A_WINDOW = 300;
/** robots.txt, where NodeInfo stands, NodeInfo, and the look at OLD's account: each decides whether the next is asked. */
const COLD_ROW = 4;
/** robots.txt and NodeInfo are remembered. */
const WARM_ROW = 1;

export type Measured = Record<
  | "firstCauseMs"
  | "doneMs"
  | "limitMs"
  | "ratio"
  | "cpuMs"
  | "idleMb"
  | "growthMb"
  | "peakMb"
  | "requests"
  | "mostToOne"
  | "bytes"
  | "hosts"
  | "requestsMedian"
  | "requestsMost"
  | "missing",
  number
>;
export type Run = { readonly measured: Measured; readonly tally: Tally; readonly load: number };
export type Pair = { readonly cold: Run; readonly warm?: Run };
type Wish = { readonly warm: boolean; readonly planned: boolean };

/** A check by an app that knows nothing yet, and a second one by the same app. */
export async function measure(preset: PresetName, seed: number, speed: number, wish: Wish): Promise<Pair> {
  const world = await openWorld({ preset, seed, speed, planned: wish.planned });
  const app = await openAppProcess(world.env);
  try {
    const shape = await world.shape();
    const truths = wish.planned ? await world.played() : { [OLD]: await world.truth() };
    const setting = { app, world, truths, check: checkOf(wish.planned ? Object.keys(truths) : undefined) };
    await fetch(`${app.url}/?old=${OLD}`).then((page) => page.text());
    const { answering, ...cold } = await one({ ...setting, shape, inARow: COLD_ROW }, new Set());
    if (!wish.warm) return { cold };
    await nextWindow(shape);
    const known = shape.servers.filter(({ silent }) => !silent);
    const warm = await one({ ...setting, shape: { ...shape, servers: known }, inARow: WARM_ROW }, answering);
    return { cold, warm: { measured: warm.measured, tally: warm.tally, load: warm.load } };
  } finally {
    await app.stop();
    await world.stop();
  }
}

const checkOf = (candidates?: readonly string[]): NewCheck =>
  candidates ? { mode: "planned", old: OLD, candidates: [...candidates] } : { mode: "moved", old: OLD };

type Setting = {
  readonly app: AppProcess;
  readonly world: WorldProcess;
  readonly shape: Shape;
  /** Of the move, or of the move to each candidate. */
  readonly truths: Awaited<ReturnType<WorldProcess["played"]>>;
  readonly check: NewCheck;
  /** Questions to one server that must follow each other. */
  readonly inARow: number;
};
type One = Run & { readonly answering: ReadonlySet<string> };

async function one(setting: Setting, known: ReadonlySet<string>): Promise<One> {
  const { app, world, shape, inARow, check } = setting;
  const windowEndsMs = untilWindowEnds();
  const idle = await app.usage();
  const { made, ...timed } = await timeCheck(app.url, check);
  const used = await app.usage();
  const load = loadavg()[0] ?? 0;
  const lines = await world.newRequests();
  const asked = askedOf(lines);
  const means: Means = { cursors: 4, servers: 128, asked, inARow, pagesLeft: PAGES_A_WINDOW, windowEndsMs };
  const own = check.mode === "planned" ? [...OWN, ...check.candidates] : OWN;
  const answering = known.size > 0 ? known : answeringIn(lines);
  const { hosts, median, most } = requestsOf(lines, own, answering);
  const cpuMs = used.cpuMs - idle.cpuMs;
  const limitMs = withComputing(limitOf(shape, means), cpuMs);
  const measured: Measured = {
    ...timed,
    ...{ limitMs, ratio: timed.doneMs / limitMs, cpuMs },
    ...{ idleMb: idle.rssMb, growthMb: used.peakMb - idle.rssMb, peakMb: used.peakMb },
    ...{ ...weightOf(lines, own), hosts, requestsMedian: median, requestsMost: most },
  };
  return { measured, tally: tallied(setting, await followersIn(app.url, made)), load, answering };
}

/** Before a move the answer has an outcome for each candidate. */
function tallied({ check, truths }: Setting, followers: Awaited<ReturnType<typeof followersIn>>): Tally {
  const tallies = Object.entries(truths).map(([candidate, truth]) => {
    const told = followers.map((one) => (check.mode === "planned" ? { ...one, ...one.outcomes?.[candidate] } : one));
    return tallyOf(told, truth);
  });
  return added(tallies);
}

const untilWindowEnds = (): number => WINDOW_MS - (Date.now() % WINDOW_MS);

/** Where two checks do not fit one window of the mover's servers, the second begins with the next. */
async function nextWindow({ old, fresh }: Shape): Promise<void> {
  if (2 * Math.max(old.pages, fresh.pages) <= PAGES_A_WINDOW) return;
  await new Promise((resolve) => setTimeout(resolve, untilWindowEnds() + 1_000));
}
