import { setTimeout as later } from "node:timers/promises";
import type { NewCheck } from "#lib/contract/check-input.ts";
import { savedBefore } from "../accuracy/run-world.ts";
import { type Made, readCheck, readReport, startCheck, startWhenBack } from "../copy/calls.ts";
import { listen } from "../copy/listen.ts";
import { open, openReaders } from "../copy/readers.ts";
import type { Disturbance, Stage } from "./disturbances.ts";
import { brokenIn, type Given, type Seen } from "./invariants.ts";

export type Round = {
  readonly name: string;
  readonly seconds: number;
  readonly checks: number;
  readonly streams: number;
  readonly readings: Seen["readings"];
  readonly requests: number;
  readonly broken: readonly string[];
};
/** What all rounds of a copy have in common. */
export type Setting = Stage & {
  readonly page: string;
  /** Whom each of the checks names when nothing happens. */
  readonly names: readonly ReadonlySet<string>[];
};

export const MOVERS = ["old.test", "new.test"];
const READERS = 10;
const LISTENERS = 3;
/** Longer than a lease, the rest after deaths, and the second pause of a server of the mover's. */
const PATIENCE_MS = 12 * 60_000;

/** With the list from before and without: both kinds go on where they stood. */
export function wishesOf({ world }: Pick<Stage, "world">): readonly NewCheck[] {
  const { truth } = world;
  const plain = { mode: "moved", old: truth.old } as const;
  return [plain, { ...plain, before: savedBefore(truth) }, plain];
}

/** Checks are made, watched and read about; something happens; and once all is quiet every promise is looked at. */
export async function playRound(setting: Setting, { name, happen, ends, harms }: Disturbance): Promise<Round> {
  const { copy, world, random, page, names } = setting;
  const begun = performance.now();
  const [requestsBefore, endsBefore] = [world.requests.length, copy.ownEnds()];
  const readers = openReaders(page, world.truth.target, READERS);
  const [late, ...early] = wishesOf(setting);
  const made = await Promise.all(early.map((wish) => startCheck(copy.url, wish)));
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const watched = (one: Made) => Array.from({ length: LISTENERS }, () => listen(copy.url, one, patience));
  const listening = made.flatMap(watched);
  await later(300 + random() * 2_500);
  const more = await happen(setting);
  // Whoever comes afterwards is served as if nothing had been.
  if (late) {
    made.unshift(await startWhenBack(copy.url, late));
    listening.push(...made.slice(0, 1).flatMap(watched));
  }
  const heard = await Promise.all(listening);
  const checks = await Promise.all(made.map((one) => endOf(copy.url, one)));
  const readings = await readers.end();
  const afterwards = await open(page, world.truth.target);
  // What was set for this round is as it should be for the next.
  if (harms === "clock") copy.setClock(0);
  const requests = world.requests.slice(requestsBefore);
  const seen: Seen = {
    ...{ checks, heard, readings, requests, ownEnds: copy.ownEnds() - endsBefore },
    afterwards: typeof afterwards === "object" ? afterwards.wrong : afterwards,
  };
  const given: Given = {
    ...{ truth: world.truth, movers: MOVERS, names, ends },
    harmed: { network: harms === "network", clock: harms === "clock" },
  };
  return {
    name: typeof more === "string" ? `${name}: ${more}` : name,
    ...{ seconds: (performance.now() - begun) / 1_000, checks: checks.length, readings },
    ...{ streams: heard.reduce((sum, { opened }) => sum + opened, 0), requests: requests.length },
    broken: brokenIn(seen, given),
  };
}

async function endOf(url: string, made: Made): Promise<Seen["checks"][number]> {
  const [{ state }, { followers = [] }] = await Promise.all([readCheck(url, made), readReport(url, made)]);
  return { state, followers: followers ?? [] };
}
