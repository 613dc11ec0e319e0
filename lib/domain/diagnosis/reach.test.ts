import { describe, expect, it } from "vitest";
import type { Reading, ReadingSet, Wall } from "../readings/reading.ts";
import { reachOf, type Shown } from "./reach.ts";
import type { Certainty } from "./verdict.ts";

type Needed = Parameters<typeof reachOf>[0];
const UNREAD = { known: false, gaps: ["not-asked"] } as const;
const read = <T>(value: T, certainty: Certainty = "proven") =>
  ({ known: true, value, certainty, because: [] }) as const;
const wall = (blocked: boolean, published = true, certainty: Certainty = "proven"): Reading<Wall> =>
  read({ blocked, published, allowList: false }, certainty);
const setting = (onTarget: boolean): ReadingSet["setting"] =>
  read({ mode: "moved", onOld: false, onTarget, inOldList: true, before: null });

const nothing: Needed = {
  ...{ server: UNREAD, home: UNREAD, fOnTarget: UNREAD, fToTarget: UNREAD, targetOnF: UNREAD, closed: UNREAD },
  ...{ held: UNREAD, position: UNREAD, newSuspendedAlone: UNREAD, peersHere: UNREAD, setting: setting(false) },
  ...{ there: read(true), notice: UNREAD, fOnOld: UNREAD, ownBlock: UNREAD },
};
const reach = (change: Partial<Needed>, shown: Partial<Shown> = {}) => {
  const reached = reachOf({ ...nothing, ...change }, { lists: false, silent: false, nobodyThere: false, ...shown });
  return [reached.reach, reached.certainty];
};
const came = { peersHere: read({ here: 1, known: 9 }) };
const open = { fOnTarget: wall(false), fToTarget: wall(false), targetOnF: wall(false), closed: read(false) };

describe("does following work from there: the first that holds", () => {
  it("gone, his account or the server", () => {
    expect(reach({ server: read("gone", "likely"), fOnTarget: wall(true) })).toEqual(["gone", "likely"]);
    expect(reach({ home: read({ state: "gone" }), server: read("alive"), ...came })).toEqual(["gone", "proven"]);
    expect(reach({ home: read({ state: "moved" }), server: read("alive") })).toEqual(["unknown", null]);
  });

  it("blocked, by the owner of the new account: nobody waits there, and nobody is let in", () => {
    const ownBlock = read("server" as const);
    expect(reach({ ownBlock, held: read(true), ...came })).toEqual(["blocked", "proven"]);
    expect(reach({ ownBlock: read("none" as const), ...came })).toEqual(["works", "likely"]);
  });

  it.each(["fOnTarget", "fToTarget", "targetOnF"] as const)("blocked, as published of %s", (side) => {
    expect(reach({ [side]: wall(true, true, "likely"), held: read(true) }, { lists: true })).toEqual([
      "blocked",
      "likely",
    ]);
  });

  it("blocked, where the new account alone is suspended there, though neighbours came", () => {
    expect(reach({ ...open, ...came, newSuspendedAlone: read(true, "likely") })).toEqual(["blocked", "likely"]);
    expect(reach({ newSuspendedAlone: read(true, "likely"), setting: setting(true) })).toEqual(["works", "likely"]);
  });

  it("not blocked by what a probe shows or somebody told; but then it cannot be said to work or to wait either", () => {
    expect(reach({ ...open, fOnTarget: wall(true, false, "likely") })).toEqual(["unknown", null]);
    expect(reach({ ...came, held: read(true), fOnTarget: wall(true, false, "likely") })).toEqual(["unknown", null]);
  });

  it("not decided by a row that may mean somebody else", () => {
    expect(reach({ ...open, fOnTarget: wall(true, true, "possible") })).toEqual(["unknown", null]);
    expect(reach({ ...came, fOnTarget: wall(true, true, "possible") })).toEqual(["works", "likely"]);
  });

  it("nothing of an account that is gone, however open the way to it is", () => {
    expect(reach({ ...open, ...came }, { nobodyThere: true })).toEqual(["unknown", null]);
    expect(reach({ ...open, held: read(true) }, { lists: true, nobodyThere: true })).toEqual(["unknown", null]);
    expect(reach({ targetOnF: wall(true) }, { nobodyThere: true })).toEqual(["blocked", "proven"]);
  });

  it("waits, where the target makes it wait and nothing shuts it out", () => {
    expect(reach({ held: read(true, "likely") }, { lists: true })).toEqual(["waits", "likely"]);
    expect(reach({ ...open, held: read(true) })).toEqual(["waits", "proven"]);
    expect(reach({ held: read(true), position: read("neither" as const), targetOnF: wall(false) })).toEqual([
      "waits",
      "proven",
    ]);
    expect(reach({ held: read(true), position: read("neither" as const) })).toEqual(["unknown", null]);
    expect(reach({ held: read(true), position: read("old-only" as const), targetOnF: wall(false) })).toEqual([
      "unknown",
      null,
    ]);
    expect(reach({ held: read(false) })).toEqual(["unknown", null]);
    expect(reach({ ...open, held: read(true, "possible") })).toEqual(["works", "likely"]);
  });

  it("works, proven where F lists followers of the target, likely where somebody came or every wall is open", () => {
    expect(reach({}, { lists: true })).toEqual(["works", "proven"]);
    expect(reach(open)).toEqual(["works", "likely"]);
    expect(reach(came)).toEqual(["works", "likely"]);
    expect(reach({ peersHere: read({ here: 0, known: 9 }) })).toEqual(["unknown", null]);
  });

  it.each(["fOnTarget", "fToTarget", "targetOnF", "closed"] as const)("is not known while %s is not", (one) => {
    expect(reach({ ...open, [one]: UNREAD })).toEqual(["unknown", null]);
  });

  it("works on the target itself, whatever it does with others, and waits there where the target says so", () => {
    const onTarget = { setting: setting(true), targetOnF: wall(true) };
    expect(reach(onTarget)).toEqual(["works", "likely"]);
    expect(reach({ ...onTarget, held: read(true, "proven") })).toEqual(["waits", "proven"]);
  });
});
