import { expect, it } from "vitest";
import { type Pair, pairsOf, strangersIn, twiceIn } from "./compare.ts";
import { scoreOf, shareRight } from "./score.ts";

type Truth = Pair["truth"];
type Told = Pair["told"];
const truth = (acct: string, cause: string, more: Partial<Truth> = {}): Truth => ({
  ...{ acct, cause, holds: [cause], reach: "works", visible: true, position: "old-only" },
  ...more,
});
const told = (acct: string, cause: string, more: Partial<Told> = {}): Told => ({
  ...{ acct, cause, certainty: "likely", reach: "works" },
  ...more,
});
const score = (one: Truth, other: Told) => scoreOf(pairsOf([other], [one]));

it("takes any cause that holds as right", () => {
  const both = truth("a", "account-gone", { holds: ["account-gone", "ghost"] });
  expect(score(both, told("a", "ghost"))).toMatchObject({ visible: 1, visibleRight: 1, wrongLikely: 0 });
  expect(score(both, told("a", "moved-on"))).toMatchObject({ visible: 1, visibleRight: 0, wrongLikely: 1 });
});

it.each<[string, Truth, Told, number]>([
  ["a block that is none", truth("a", "notice-lost"), told("a", "old-server-blocked"), 1],
  ["a block of the other side", truth("a", "new-server-blocked"), told("a", "old-server-blocked"), 1],
  ["a block that is one", truth("a", "new-server-blocked"), told("a", "new-server-blocked", { reach: "blocked" }), 0],
  ["a way that is open and called blocked", truth("a", "notice-lost"), told("a", "unknown", { reach: "blocked" }), 1],
  [
    "a dead server's block",
    truth("a", "server-gone", { holds: ["server-gone", "new-server-blocked"], reach: "gone" }),
    told("a", "unknown", { reach: "blocked" }),
    0,
  ],
  ["nothing said", truth("a", "new-server-blocked"), told("a", "unknown", { certainty: null }), 0],
])("counts false blocks: %s", (_, one, other, falseBlocks) => {
  expect(score(one, other).falseBlocks).toBe(falseBlocks);
});

it("counts what was called proven and is not so", () => {
  const wrong = told("a", "ghost", { certainty: "proven" });
  expect(score(truth("a", "notice-lost"), wrong)).toMatchObject({ falseProofs: 1, proven: 0 });
  expect(score(truth("a", "ghost"), wrong)).toMatchObject({ falseProofs: 0, proven: 1 });
});

it("does not expect in one try what takes two", () => {
  const gone = truth("a", "server-gone", { reach: "gone" });
  expect(score(gone, told("a", "unknown", { certainty: null }))).toMatchObject({ visible: 0, goneTomorrow: 1 });
  expect(score(gone, told("a", "server-gone"))).toMatchObject({ visible: 1, visibleRight: 1, goneTomorrow: 0 });
});

it("leaves out of the share who is here, and who nobody could see", () => {
  const pairs = pairsOf(
    [told("a", "here"), told("b", "unknown", { certainty: null }), told("c", "ghost"), told("d", "unknown")],
    [
      truth("a", "here"),
      truth("b", "old-server-blocked", { visible: false }),
      truth("c", "ghost"),
      truth("d", "ghost"),
    ],
  );
  const all = scoreOf(pairs);
  expect(all).toMatchObject({ people: 4, missing: 3, visible: 2, visibleRight: 1, leftOpen: 2 });
  expect(shareRight(all)).toBe(0.5);
  expect(all.missed).toEqual({ "ghost as unknown": 1 });
  expect(all.causes).toEqual({
    here: { here: 1 },
    "old-server-blocked": { unknown: 1 },
    ghost: { ghost: 1, unknown: 1 },
  });
  expect(shareRight(scoreOf([]))).toBe(1);
});

it("names people whom the truth does not know", () => {
  expect(strangersIn([told("a", "here"), told("b", "here")], [truth("a", "here")])).toEqual(["b"]);
});

it("knows a person by the host of his address too, and says who is named twice", () => {
  const split = truth("a@b.test", "here", { atWeb: "a@web.b.test" });
  const both = [told("a@b.test", "here"), told("a@web.b.test", "unknown"), told("c@b.test", "here")];
  expect(strangersIn(both, [split])).toEqual(["c@b.test"]);
  expect(twiceIn(pairsOf(both, [split, truth("c@b.test", "here")]))).toEqual(["a@b.test,a@web.b.test"]);
});
