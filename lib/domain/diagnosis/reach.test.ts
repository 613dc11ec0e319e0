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
  ...{ server: UNREAD, home: UNREAD, fOnTarget: UNREAD, fToTarget: UNREAD, targetOnF: UNREAD, held: UNREAD },
  ...{ peersHere: UNREAD, setting: setting(false) },
};
const reach = (change: Partial<Needed>, shown: Partial<Shown> = {}) => {
  const reached = reachOf({ ...nothing, ...change }, { lists: false, shows: false, ...shown });
  return [reached.reach, reached.certainty];
};

describe("does following work from there: the first that holds", () => {
  it("gone, server or account", () => {
    expect(reach({ server: read("gone", "likely"), fOnTarget: wall(true) })).toEqual(["gone", "likely"]);
    expect(reach({ home: read({ state: "gone" }), server: read("alive") })).toEqual(["gone", "proven"]);
    expect(reach({ home: read({ state: "moved" }), server: read("alive") })).toEqual(["unknown", null]);
  });

  it.each(["fOnTarget", "fToTarget", "targetOnF"] as const)("blocked, as published of %s", (side) => {
    expect(reach({ [side]: wall(true, true, "likely"), held: read(true) }, { lists: true })).toEqual([
      "blocked",
      "likely",
    ]);
  });

  it("not blocked by what a probe shows or somebody told; but then it cannot be said to work either", () => {
    expect(reach({ fOnTarget: wall(true, false, "likely") }, { shows: true })).toEqual(["unknown", null]);
  });

  it("not blocked by a row that may mean somebody else", () => {
    expect(reach({ fOnTarget: wall(true, true, "possible") }, { shows: true })).toEqual(["works", "likely"]);
  });

  it("waits, where the target makes it wait", () => {
    expect(reach({ held: read(true, "likely") }, { lists: true })).toEqual(["waits", "likely"]);
    expect(reach({ held: read(false) })).toEqual(["unknown", null]);
    expect(reach({ held: read(true, "possible") }, { shows: true })).toEqual(["works", "likely"]);
  });

  it("works, proven where F lists followers of the target, likely where somebody came or F shows it", () => {
    expect(reach({}, { lists: true })).toEqual(["works", "proven"]);
    expect(reach({}, { shows: true })).toEqual(["works", "likely"]);
    expect(reach({ peersHere: read({ here: 1, known: 9 }) })).toEqual(["works", "likely"]);
    expect(reach({ peersHere: read({ here: 0, known: 9 }) })).toEqual(["unknown", null]);
    expect(reach({ fOnTarget: wall(false) })).toEqual(["unknown", null]);
  });

  it("works on the target itself, whatever it does with others", () => {
    const onTarget = { setting: setting(true), held: read(true), targetOnF: wall(true) };
    expect(reach(onTarget)).toEqual(["works", "likely"]);
  });
});
