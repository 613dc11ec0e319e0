import { describe, expect, it } from "vitest";
import { brokenIn, type Given, type Seen } from "./invariants.ts";

const there = { acct: "ada@far.test", cause: "new-server-blocked", certainty: "proven", reach: "blocked" } as const;
const follower = there as unknown as Seen["checks"][number]["followers"][number];
const truth = { ...there, holds: ["new-server-blocked"], visible: true, position: "old-only" };
const people = (more: object = {}): Given["truth"] =>
  ({ followers: [{ ...truth, ...more }] }) as unknown as Given["truth"];

const SEEN: Seen = {
  checks: [{ state: "done", followers: [follower] }],
  heard: [{ state: "done", wentBack: 0, opened: 1 }],
  readings: { whole: 5, away: 1, nobody: 2, wrong: [] },
  afterwards: "whole",
  requests: [],
  ownEnds: 0,
};
const GIVEN: Given = {
  truth: people(),
  movers: ["old.test", "new.test"],
  names: [new Set(["ada@far.test"])],
  ends: 0,
  harmed: { network: false, clock: false },
};
const asked = (host: string, times: number, status = 200): Seen["requests"] =>
  Array.from({ length: times }, () => ({ host, status }));
const broken = (seen: Partial<Seen>, given: Partial<Given> = {}) =>
  brokenIn({ ...SEEN, ...seen }, { ...GIVEN, ...given });

describe("what counts as a broken promise", () => {
  it("nothing where all was kept", () => {
    expect(broken({ requests: [...asked("far.test", 10), ...asked("old.test", 300)] })).toEqual([]);
  });

  it.each([
    ["a check that is not done", { checks: [{ state: "queued", followers: [follower] }] }, "check 1 is queued"],
    ["a lost stream", { heard: [{ state: "lost", wentBack: 0, opened: 2 }] }, "a listener was left with lost"],
    ["a revision that went back", { heard: [{ state: "done", wentBack: 1, opened: 2 }] }, "a revision before one"],
    ["somebody named twice", { checks: [{ state: "done", followers: [follower, follower] }] }, "names somebody twice"],
    ["somebody not named", { checks: [{ state: "done", followers: [] }] }, "names 1 others than it should"],
    ["an eleventh request", { requests: asked("far.test", 11) }, "far.test got 11 requests, 10 at most are allowed"],
    ["a mover's server that refuses", { requests: asked("new.test", 1, 429) }, "new.test refused 1 requests"],
    ["a broken page", { readings: { whole: 1, away: 0, nobody: 0, wrong: ["500, 0 characters"] } }, "a reader got 500"],
    ["no page at all", { readings: { whole: 0, away: 9, nobody: 0, wrong: [] } }, "no reader got the page"],
    ["a page that stays away", { afterwards: "away" }, "is not back: away"],
    ["a process that ended by itself", { ownEnds: 1 }, "1 processes ended by themselves"],
  ] satisfies [string, Partial<Seen>, string][])("%s", (_, seen, words) => {
    expect(broken(seen).join()).toContain(words);
  });

  it("a block that is none, a proof that is none, a hope that is none", () => {
    const open = { truth: people({ cause: "ghost", holds: ["ghost"], reach: "works" }) };
    expect(broken({}, open).map((words) => words.split(":")[0])).toEqual(["false block", "false proof"]);
    const hopes = { ...follower, cause: "unexplained", certainty: "possible", reach: "works" } as typeof follower;
    expect(broken({ checks: [{ state: "done", followers: [hopes] }] }).join()).toContain("false hope: ada@far.test");
  });

  it("what a kill interrupts is asked again, and whom a failing list did not name is missing from it", () => {
    expect(broken({ requests: asked("far.test", 20) }, { ends: 1 })).toEqual([]);
    expect(broken({ requests: asked("far.test", 21) }, { ends: 1 })).toHaveLength(1);
    const harmed = { network: true, clock: false };
    expect(broken({ checks: [{ state: "done", followers: [] }] }, { harmed })).toEqual([]);
  });
});
