import { describe, expect, it } from "vitest";
import type { CheckState } from "#lib/contract/check-state.ts";
import { EventData } from "#lib/contract/events.ts";
import { CHANGES } from "./check-events.ts";

const COUNTS = EventData.counts.parse({
  ...{ before: null, beforeIs: "unknown", here: 3, missing: 9, missingIs: "at-least" },
  ...{ newList: 12, newcomers: null, neither: null, byGroup: {}, byCause: {}, byReach: {} },
});

const stateAt = (rev: number): CheckState =>
  EventData.state.parse({
    ...{ id: "c", mode: "moved", state: "running", rev, steps: [], waits: [], counts: null, history: [] },
    proof: { state: "off" },
  });

describe("an event of a check", () => {
  it("brings a whole state that the contract allows", () => {
    expect(CHANGES.state(stateAt(5), 5)(stateAt(4))).toEqual(stateAt(5));
  });
  it("never takes the page back to an earlier state", () => {
    expect(CHANGES.state(stateAt(3), 3)(stateAt(4)).rev).toBe(4);
  });
  it("brings counts and says how far they are", () => {
    expect(CHANGES.counts(COUNTS, 6)(stateAt(4))).toMatchObject({ rev: 6, counts: { missing: 9 }, state: "running" });
  });
  it("moves on where servers changed, which the page asks for itself", () => {
    expect(CHANGES.servers({ rows: [] }, 7)(stateAt(4)).rev).toBe(7);
    expect(CHANGES.servers({ rows: [] }, 0)(stateAt(4)).rev).toBe(4);
  });
  it.each([undefined, null, "", 7, {}, { rev: 9 }, { ...stateAt(9), steps: null }])("is left alone as %j", (value) => {
    expect(CHANGES.state(value, 9)(stateAt(4))).toEqual(stateAt(4));
  });
  it("leaves the counts alone where it brings none", () => {
    expect(CHANGES.counts(null, 9)(stateAt(4))).toEqual(stateAt(4));
  });
});
