import type { Reading, ReadingSet, Wall } from "../readings/reading.ts";
import { rank } from "./certainty.ts";
import type { Certainty, Reach } from "./verdict.ts";

export type Reached = { readonly reach: Reach; readonly certainty: Certainty | null };

/** What else about the target a server shows, beside its readings. */
export type Shown = {
  /** F lists followers of the target. */
  readonly lists: boolean;
  /** F did not answer, or said that it is gone. */
  readonly silent: boolean;
  /** The new account is gone itself: then nobody can follow it, whatever lies between. */
  readonly nobodyThere: boolean;
  /**
   * A follow by hand waits there although one that a Move makes does not: a locked account on the person's own server.
   * Left out where both wait alike.
   */
  readonly heldByHand?: Reading<boolean>;
};

type Needed = Pick<
  ReadingSet,
  | ("server" | "home" | "fOnOld" | "fOnTarget" | "fToTarget" | "targetOnF" | "closed" | "held" | "position")
  | ("ownBlock" | "newSuspendedAlone" | "peersHere" | "setting" | "there" | "notice")
>;

/**
 * The second answer, known far more often than the cause: does following the new account work from there. His own
 * account comes first, then walls: a neighbour who arrived says nothing about an account that nobody saw, and nobody waits
 * before a wall.
 */
export function reachOf(readings: Needed, shown: Shown): Reached {
  const walls = readings.setting.value.onTarget ? [] : [readings.fOnTarget, readings.fToTarget, readings.targetOnF];
  const shut = goneOf(readings) ?? blockedBy(readings, walls);
  if (shut) return shut;
  if (shown.silent || shown.nobodyThere || walls.some(isBlock) || !isThere(readings)) return UNKNOWN;
  return letIn(readings, shown, walls);
}

/** Nothing is known to stand in the way: whether it is known that nothing does. */
function letIn(readings: Needed, shown: Shown, walls: readonly Reading<Wall>[]): Reached {
  const { setting } = readings;
  const held = shown.heldByHand ?? readings.held;
  const passed = shown.lists || setting.value.onTarget || isSomebodyHere(readings);
  if (held.known && held.value && held.certainty !== "possible") {
    const mayWait = passed || (hasLeft(readings) && isOpen(readings.targetOnF));
    return mayWait ? { reach: "waits", certainty: held.certainty } : UNKNOWN;
  }
  if (shown.lists) return { reach: "works", certainty: "proven" };
  const open = passed || (walls.every(isOpen) && isNamed(readings.closed));
  return open ? { reach: "works", certainty: "likely" } : UNKNOWN;
}

function goneOf({ home, server }: Needed): Reached | undefined {
  if (home.known && home.value.state === "gone") return { reach: "gone", certainty: home.certainty };
  return server.known && server.value === "gone" ? { reach: "gone", certainty: server.certainty } : undefined;
}

function blockedBy(
  { newSuspendedAlone, ownBlock, setting }: Needed,
  walls: readonly Reading<Wall>[],
): Reached | undefined {
  const told = walls.find(isToldBlock);
  if (told?.known) return { reach: "blocked", certainty: told.certainty };
  if (ownBlock.known && ownBlock.value !== "none") return { reach: "blocked", certainty: ownBlock.certainty };
  const alone = newSuspendedAlone.known && newSuspendedAlone.value && !setting.value.onTarget;
  return alone ? { reach: "blocked", certainty: newSuspendedAlone.certainty } : undefined;
}

const UNKNOWN: Reached = { reach: "unknown", certainty: null };

const isThere = ({ there }: Needed): boolean => there.known && there.value;

/**
 * What F sends gets out: that it shows the new account says so, and so does a follow that is in neither list. Whom a
 * block of OLD cut off is in neither of them as well.
 */
const hasLeft = ({ position, notice, fOnOld, fOnTarget, fToTarget }: Needed): boolean => {
  const neverHeard = isBlock(fOnOld) || (notice.known && notice.value === "stranger");
  return (position.known && position.value === "neither" && !neverHeard) || (isOpen(fOnTarget) && isOpen(fToTarget));
};

const isSomebodyHere = ({ peersHere }: Needed): boolean => peersHere.known && peersHere.value.here > 0;

const isNamed = (closed: Reading<boolean>): boolean => closed.known && !closed.value;

const isOpen = (wall: Reading<Wall>): boolean =>
  wall.known && !wall.value.blocked && rank(wall.certainty) >= rank("likely");

/** A masked row that may mean somebody else decides nothing about what works. */
const isBlock = (wall: Reading<Wall>): boolean => wall.known && wall.value.blocked && wall.certainty !== "possible";

/** By the server itself: to everybody, or to one of its own people. */
const isToldBlock = (wall: Reading<Wall>): boolean =>
  isBlock(wall) && wall.known && (wall.value.published || wall.value.refused === true);
