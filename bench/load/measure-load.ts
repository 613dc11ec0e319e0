import { loadavg } from "node:os";
import type { PresetName } from "#world/make/presets.ts";
import { type Made, shareCheck, startCheck } from "../copy/calls.ts";
import { type Copy, type On, openCopy } from "../copy/copy.ts";
import { listen } from "../copy/listen.ts";
import { OLD } from "../speed/measure.ts";
import { openWorld } from "../world/open.ts";
import type { CrowdResult, CrowdWish } from "./crowd.ts";
import { runCrowd } from "./run-crowd.ts";

export type LoadWish = {
  readonly preset: PresetName;
  readonly seed: number;
  readonly readers: number;
  readonly listeners: number;
  readonly checks: number;
  readonly seconds: number;
};
export type Phase = CrowdResult & {
  readonly what: string;
  /** Of all processes of the copy together; the database of PostgreSQL is not one of them. */
  readonly peakMb: number;
  readonly cpuMs: number;
  readonly load: number;
};
export type Load = { readonly on: On; readonly idleMb: number; readonly phases: readonly Phase[] };

/** Servers to which somebody's way is looked up; the copy asks each of them once. */
const LOOK_UPS = 20;

/** A page for followers under a crowd: all at the same moment, then for a while, then beside running checks. */
export async function measureLoad(on: On, wish: LoadWish): Promise<Load | undefined> {
  const world = await openWorld({ preset: wish.preset, seed: wish.seed, speed: 1 });
  const copy = await openCopy(on, world);
  try {
    if (!copy) return undefined;
    const truth = await world.truth();
    const first = await startCheck(copy.url, { mode: "moved", old: OLD });
    await listen(copy.url, first, new AbortController().signal);
    const token = await shareCheck(copy.url, first);
    const hosts = [...new Set(truth.followers.map(({ server }) => server))].slice(0, LOOK_UPS);
    const people: CrowdWish = {
      ...{ url: copy.url, token, names: truth.target, readers: wish.readers, seconds: 0 },
      ...{ lookUps: [], checks: [], listeners: 0 },
    };
    const idleMb = (await usage(copy)).rssMb;
    const at = async (what: string, more: Partial<CrowdWish>): Promise<Phase> => {
      await usage(copy);
      const result = await runCrowd({ ...people, ...more });
      const { peakMb, cpuMs } = await usage(copy);
      return { what, ...result, peakMb, cpuMs, load: loadavg()[0] ?? 0 };
    };
    const { seconds, listeners } = wish;
    const burst = await at(`${wish.readers} open the page at once`, {});
    const steady = await at(`${wish.readers} read for ${seconds} s`, { seconds, lookUps: hosts });
    const made: Made[] = [];
    for (let check = 0; check < wish.checks; check++)
      made.push(await startCheck(copy.url, { mode: "moved", old: OLD }));
    const watched = { seconds, checks: made, listeners, lookUps: hosts };
    const busy = await at(`the same beside ${wish.checks} checks, each watched by ${listeners}`, watched);
    return { on, idleMb, phases: [burst, steady, busy] };
  } finally {
    await copy?.close();
    await world.stop();
  }
}

const cpuBefore = new WeakMap<Copy, number>();
/** Memory of all processes together, and the processor time since the last call. */
async function usage(copy: Copy) {
  const all = await Promise.all([copy.web, ...copy.workers].map((one) => one.usage()));
  const sum = (of: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
  const cpu = sum(({ cpuMs }) => cpuMs);
  const cpuMs = cpu - (cpuBefore.get(copy) ?? 0);
  cpuBefore.set(copy, cpu);
  return { rssMb: sum(({ rssMb }) => rssMb), peakMb: sum(({ peakMb }) => peakMb), cpuMs };
}
