import { setTimeout as later } from "node:timers/promises";
import type { FaultName } from "#world/faults/names.ts";
import type { World } from "#world/start.ts";
import type { Copy, On } from "../copy/copy.ts";

export type Stage = { readonly copy: Copy; readonly world: World; readonly random: () => number };
/** How often it ended something that was running checks. */
export type Disturbance = {
  readonly name: string;
  readonly on: readonly On[];
  readonly needsDisk?: true;
  /** Checks rest for minutes after it, as they should. */
  readonly slow?: true;
  readonly harms?: "network" | "clock";
  readonly ends: number;
  /** What else is to be said about it. */
  readonly happen: (stage: Stage) => Promise<unknown>;
};

const BOTH: readonly On[] = ["embedded", "postgres"];
const MINUTE = 60_000;
const between = (random: () => number, least: number, most: number): number => least + random() * (most - least);
const oneOf = <T>(random: () => number, all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];

/** What a server does on a bad day, before the eyes of those who ask it. */
const FAILINGS: readonly FaultName[] = [
  ...(["unavailable", "bad-gateway", "reset", "no-answer", "truncated-json"] as const),
  ...(["html-for-json", "challenge", "limited-retry-after", "slow-body"] as const),
];
const FAILING_AT_ONCE = 8;
const SPELLS = 6;
const SPELL_MS = 1_000;

async function failBySchedule({ world, random }: Stage): Promise<void> {
  const usual = new Map([...world.state.servers].map(([host, { fault }]) => [host, fault]));
  const hosts = [...usual.keys()];
  for (let spell = 0; spell < SPELLS; spell++) {
    const struck = Array.from({ length: FAILING_AT_ONCE }, () => oneOf(random, hosts) ?? "");
    // The mover's own servers fail too, one of them in every third spell.
    if (spell % 3 === 0) struck.push(oneOf(random, ["old.test", "new.test"]) ?? "");
    for (const host of struck) world.fault(host, oneOf(random, FAILINGS));
    await later(SPELL_MS);
    for (const host of struck) world.fault(host, usual.get(host));
  }
}

/** Until a list finds no room: what was under way may have found some in what its tables had already. */
async function fillDisk({ copy }: Stage): Promise<string> {
  copy.disk?.fill();
  const until = performance.now() + DISK_FULL_MS;
  let refused = false;
  while (!refused && performance.now() < until) refused = (await handInList(copy.url)) !== 201;
  copy.disk?.empty();
  // A PostgreSQL that finds no room for its log ends; whoever keeps it starts it again.
  await copy.database?.startIfEnded();
  return refused ? "a list was refused" : "there was room all the same";
}
const DISK_FULL_MS = 20_000;

/** Of an account that is not there: a check that finds room all the same asks no follower's server. */
async function handInList(url: string): Promise<number | undefined> {
  const handles = Array.from({ length: 20_000 }, (_, at) => `somebody${at}@far.test`);
  const body = JSON.stringify({ mode: "planned", old: "nobody@old.test", candidates: [], before: { handles } });
  const headers = { "content-type": "application/json" };
  return (await fetch(`${url}/api/checks`, { method: "POST", headers, body }).catch(() => undefined))?.status;
}

export const DISTURBANCES: readonly Disturbance[] = [
  { name: "nothing", on: BOTH, ends: 0, happen: async () => {} },
  { name: "the process is killed", on: ["embedded"], ends: 1, happen: ({ copy }) => copy.web.kill() },
  {
    name: "the process is killed twice",
    slow: true,
    on: ["embedded"],
    ends: 2,
    async happen({ copy, random }) {
      await copy.web.kill();
      await later(between(random, 200, 1_500));
      await copy.web.kill();
    },
  },
  { name: "the web process is killed", on: ["postgres"], ends: 0, happen: ({ copy }) => copy.web.kill() },
  {
    name: "a worker is killed",
    on: ["postgres"],
    ends: 1,
    happen: async ({ copy, random }) => oneOf(random, copy.workers)?.kill(),
  },
  {
    name: "both workers are killed",
    on: ["postgres"],
    ends: 1,
    happen: async ({ copy }) => void (await Promise.all(copy.workers.map((one) => one.kill()))),
  },
  {
    name: "the database is killed",
    on: ["postgres"],
    ends: 1,
    async happen({ copy, random }) {
      await copy.database?.crash();
      await later(between(random, 100, 4_000));
      await copy.database?.start();
    },
  },
  { name: "the disk is full", on: BOTH, needsDisk: true, ends: 1, happen: fillDisk },
  {
    name: "the clock goes forward",
    on: BOTH,
    ends: 0,
    harms: "clock",
    happen: async ({ copy, random }) => copy.setClock(between(random, 2 * MINUTE, 50 * MINUTE)),
  },
  {
    name: "the clock goes back",
    on: BOTH,
    ends: 0,
    harms: "clock",
    happen: async ({ copy, random }) => copy.setClock(-between(random, 2 * MINUTE, 50 * MINUTE)),
  },
  {
    name: "the clock goes back, and who works is killed",
    on: BOTH,
    ends: 1,
    harms: "clock",
    async happen({ copy }) {
      copy.setClock(-3 * MINUTE);
      await later(500);
      await Promise.all((copy.workers.length > 0 ? copy.workers : [copy.web]).map((one) => one.kill()));
    },
  },
  {
    name: "the database's clock goes back, and who works is killed",
    on: ["postgres"],
    ends: 1,
    async happen({ copy }) {
      await copy.database?.setBack(50 * MINUTE);
      await Promise.all(copy.workers.map((one) => one.kill()));
    },
  },
  { name: "servers fail by schedule", on: BOTH, ends: 0, harms: "network", happen: failBySchedule },
];
