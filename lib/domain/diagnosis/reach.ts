import type { Reading, ReadingSet, Wall } from "../readings/reading.ts";
import type { Certainty, Reach } from "./verdict.ts";

export type Reached = { readonly reach: Reach; readonly certainty: Certainty | null };

/** What else about the target a server shows, beside its readings. */
export type Shown = {
  /** F lists followers of the target. */
  readonly lists: boolean;
  /** F's look-up shows the target's account. */
  readonly shows: boolean;
};

type Needed = Pick<
  ReadingSet,
  "server" | "home" | "fOnTarget" | "fToTarget" | "targetOnF" | "held" | "peersHere" | "setting"
>;

/** The second answer, known far more often than the cause: does following the new account work from there. */
export function reachOf(readings: Needed, shown: Shown): Reached {
  const { server, home, held, setting } = readings;
  if (server.known && server.value === "gone") return { reach: "gone", certainty: server.certainty };
  if (home.known && home.value.state === "gone") return { reach: "gone", certainty: home.certainty };
  const walls = setting.value.onTarget ? [] : [readings.fOnTarget, readings.fToTarget, readings.targetOnF];
  const published = walls.find(isPublishedBlock);
  if (published?.known) return { reach: "blocked", certainty: published.certainty };
  if (held.known && held.value && held.certainty !== "possible" && !setting.value.onTarget)
    return { reach: "waits", certainty: held.certainty };
  if (walls.some(isBlock)) return UNKNOWN;
  return works(readings, shown);
}

const UNKNOWN: Reached = { reach: "unknown", certainty: null };

function works({ peersHere, setting }: Needed, { lists, shows }: Shown): Reached {
  if (lists) return { reach: "works", certainty: "proven" };
  const somebody = peersHere.known && peersHere.value.here > 0;
  return somebody || shows || setting.value.onTarget ? { reach: "works", certainty: "likely" } : UNKNOWN;
}

/** A masked row that may mean somebody else decides nothing about what works. */
const isBlock = (wall: Reading<Wall>): boolean => wall.known && wall.value.blocked && wall.certainty !== "possible";

const isPublishedBlock = (wall: Reading<Wall>): boolean => isBlock(wall) && wall.known && wall.value.published;
