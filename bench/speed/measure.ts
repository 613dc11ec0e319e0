import type { PresetName } from "#world/make/presets.ts";
import { openWorld, type WorldProcess } from "../world/open.ts";
import { type AppProcess, openAppProcess } from "./app.ts";
import { timeCheck } from "./check.ts";
import { limitOf, type Means, type Shape, withComputing } from "./limit.ts";
import { answeringIn, requestsOf } from "./requests.ts";

const OLD = "alice@old.test";
const OWN = ["old.test", "new.test"];
const WINDOW_MS = 15 * 60_000;
const PAGES_A_WINDOW = 300;
/** Where NodeInfo stands, NodeInfo, and the first question about the move. */
const COLD_CALLS = 3;
/** NodeInfo is remembered. The look at OLD's account decides what is asked next, and what is asked next has to wait for it. */
const WARM_CALLS = 2;

export type Measured = Record<
  | "firstCauseMs"
  | "doneMs"
  | "limitMs"
  | "ratio"
  | "cpuMs"
  | "idleMb"
  | "growthMb"
  | "requests"
  | "hosts"
  | "requestsMedian"
  | "requestsMost"
  | "missing",
  number
>;
export type Pair = { readonly cold: Measured; readonly warm?: Measured };

/** A check by an app that knows nothing yet, and a second one by the same app. */
export async function measure(
  preset: PresetName,
  seed: number,
  speed: number,
  wish: { readonly warm: boolean },
): Promise<Pair> {
  const world = await openWorld({ preset, seed, speed });
  const app = await openAppProcess(world.env);
  try {
    const shape = await world.shape();
    await fetch(`${app.url}/?old=${OLD}`).then((page) => page.text());
    const cold = await one({ app, world, shape, calls: COLD_CALLS }, new Set());
    if (!wish.warm) return { cold: cold.measured };
    await nextWindow(shape);
    const { answering } = cold;
    const known = shape.servers.filter(({ silent }) => !silent);
    const warm = await one({ app, world, shape: { ...shape, servers: known }, calls: WARM_CALLS }, answering);
    return { cold: cold.measured, warm: warm.measured };
  } finally {
    await app.stop();
    await world.stop();
  }
}

type Setting = {
  readonly app: AppProcess;
  readonly world: WorldProcess;
  readonly shape: Shape;
  /** Questions to one server that must follow each other. */
  readonly calls: number;
};
type One = { readonly measured: Measured; readonly answering: ReadonlySet<string> };

async function one({ app, world, shape, calls }: Setting, known: ReadonlySet<string>): Promise<One> {
  const means: Means = { cursors: 4, servers: 128, calls, pagesLeft: PAGES_A_WINDOW, windowEndsMs: untilWindowEnds() };
  const idle = await app.usage();
  const timed = await timeCheck(app.url, OLD);
  const used = await app.usage();
  const lines = await world.newRequests();
  const answering = known.size > 0 ? known : answeringIn(lines);
  const requests = requestsOf(lines, OWN, answering);
  const cpuMs = used.cpuMs - idle.cpuMs;
  const limitMs = withComputing(limitOf(shape, means), cpuMs);
  const measured: Measured = {
    ...timed,
    ...{ limitMs, ratio: timed.doneMs / limitMs, cpuMs },
    ...{ idleMb: idle.rssMb, growthMb: used.peakMb - idle.rssMb },
    ...{ requests: requests.all, hosts: requests.hosts },
    ...{ requestsMedian: requests.median, requestsMost: requests.most },
  };
  return { measured, answering };
}

const untilWindowEnds = (): number => WINDOW_MS - (Date.now() % WINDOW_MS);

/** Where two checks do not fit one window of the mover's servers, the second begins with the next. */
async function nextWindow({ old, fresh }: Shape): Promise<void> {
  if (2 * Math.max(old.pages, fresh.pages) <= PAGES_A_WINDOW) return;
  await new Promise((resolve) => setTimeout(resolve, untilWindowEnds() + 1_000));
}
