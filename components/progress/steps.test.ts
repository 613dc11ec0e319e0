import { describe, expect, it } from "vitest";
import type { CheckState } from "#lib/contract/check-state.ts";
import { announce, NOTHING_SAID } from "./announce/announce.ts";
import { estimate } from "./estimate.ts";
import { viewSteps } from "./steps.ts";

const steps: CheckState["steps"] = [
  { id: "resolve", done: 1, total: 1 },
  { id: "collect-old", done: 40, total: 100 },
  { id: "collect-new", done: 0, total: null },
];
const running: CheckState = {
  ...{ id: "abc", mode: "moved", state: "running", rev: 1, steps, waits: [], counts: null, history: [] },
  proof: { state: "off" },
};

describe("steps", () => {
  it("are done, at work or to come", () =>
    expect(viewSteps(running).map(({ phase }) => phase)).toEqual(["done", "now", "next"]));
  it("stream into each other", () =>
    expect(
      viewSteps({ ...running, steps: [...steps.slice(0, 2), { id: "collect-new", done: 3, total: null }] })[2]?.phase,
    ).toBe("now"));
  it("have no new list to read before a move", () =>
    expect(viewSteps({ ...running, mode: "planned" }).map(({ id }) => id)).toEqual(["resolve", "collect-old"]));
  it("stand still once the check was stopped", () =>
    expect(viewSteps({ ...running, state: "cancelled" }).map(({ phase }) => phase)).toEqual(["done", "next", "next"]));
  it("are all done at the end", () =>
    expect(viewSteps({ ...running, state: "done" }).every(({ phase }) => phase === "done")).toBe(true));
});

describe("the time left", () => {
  const measured = (ms: number, done: number) => [
    { at: 0, done: 0 },
    { at: ms, done },
  ];
  it("is nothing before five seconds and five per cent", () => {
    expect(estimate(measured(4_000, 50), 100)).toBeNull();
    expect(estimate(measured(9_000, 4), 100)).toBeNull();
    expect(estimate(measured(9_000, 50), null)).toBeNull();
    expect(estimate([], 100)).toBeNull();
  });
  it("is a range around the measured speed", () =>
    expect(estimate(measured(60_000, 25), 100)).toEqual({ low: 2, high: 4 }));
  it("is less than a minute near the end", () =>
    expect(estimate(measured(60_000, 90), 100)).toEqual({ low: 0, high: 1 }));
});

describe("what screen readers hear", () => {
  const first = announce(running, NOTHING_SAID, 0);
  const at = (done: number): CheckState => ({ ...running, steps: [{ id: "collect-old", done, total: 100 }] });
  it("is a new step", () => expect(first?.say).toMatchObject({ kind: "step", step: "collect-old" }));
  it("is another quarter, at most every ten seconds", () => {
    const said = first?.said ?? NOTHING_SAID;
    expect(announce(at(80), said, 9_000)).toBeNull();
    expect(announce(at(49), said, 11_000)).toBeNull();
    expect(announce(at(80), said, 11_000)?.say).toMatchObject({ kind: "part", percent: 75 });
  });
  it("is the end at once, and once", () => {
    const end = announce({ ...running, state: "done" }, first?.said ?? NOTHING_SAID, 100);
    expect(end?.say.kind).toBe("done");
    expect(announce({ ...running, state: "done" }, end?.said ?? NOTHING_SAID, 60_000)).toBeNull();
  });
});
