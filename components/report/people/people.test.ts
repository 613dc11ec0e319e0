import { describe, expect, it } from "vitest";
import { fact, follower, server } from "../fixture.ts";
import { factsBehind } from "../overview/card-facts.ts";
import { certaintyMix } from "../overview/certainty-mix.ts";
import { partQuiet } from "../overview/quiet.ts";
import { filterChoices } from "./filter-choices.ts";

const NOW = Date.parse("2026-11-20T00:00:00Z");

describe("how sure a reason is", () => {
  const people = (...found: ("proven" | "likely" | "possible" | null)[]) =>
    found.map((certainty) => follower("a@b.example", { certainty }));
  it("is one word where all agree, a range where they do not", () => {
    expect(certaintyMix(people("likely", "likely"))).toEqual({ strong: "likely", weak: "likely" });
    expect(certaintyMix(people("possible", "proven", "likely"))).toEqual({ strong: "proven", weak: "possible" });
  });
  it("is nothing where nothing was found", () => {
    expect(certaintyMix(people(null))).toBeNull();
    expect(certaintyMix([])).toBeNull();
  });
});

describe("evidence of a card", () => {
  const facts = [fact("nodeinfo", {}), fact("onOld.list", {}), fact("onOld.sight", {})];
  const behind = (because: number[]) =>
    factsBehind(server("b.example", { facts }), [
      follower("a@b.example", { because }),
      follower("z@b.example", { because: [...because, 1] }),
      follower("x@other.example", { because: [0] }),
    ]).map((one) => one.fact);
  it("is what the people of that server point to, once and in order", () =>
    expect(behind([2])).toEqual(["onOld.list", "onOld.sight"]));
  it("leaves out what a place beyond the list points to", () => expect(behind([9])).toEqual(["onOld.list"]));
});

describe("quiet people", () => {
  const quiet = (more: Parameters<typeof follower>[1]) =>
    partQuiet([follower("a@b.example", more)], NOW).quiet.length === 1;
  it("are bots and those silent for a year", () => {
    expect(quiet({ profile: { bot: true } })).toBe(true);
    expect(quiet({ profile: { lastPostAt: "2025-11-19" } })).toBe(true);
    expect(quiet({ profile: { lastPostAt: "2025-11-21" } })).toBe(false);
  });
  it("are never those of whom nothing is known, nor people the mover follows", () => {
    expect(quiet({})).toBe(false);
    expect(quiet({ youFollow: true, profile: { bot: true, lastPostAt: "2020-01-01" } })).toBe(false);
  });
});

describe("filters", () => {
  it("offer what somebody belongs to, and no leftover entries", () => {
    const choices = filterChoices({
      byGroup: { unknown: 2, you: 1, admin: 0 },
      byCause: { ghost: 9, unknown: 2, "waiting-for-approval": 1, "cosmic-rays": 3 },
      byReach: { works: 3 },
    });
    expect(choices.group.map(({ id }) => id)).toEqual(["you", "unknown"]);
    expect(choices.cause.map(({ id, words }) => [id, words])).toEqual([
      ["cosmic-rays", "unknown"],
      ["unknown", "unknown"],
      ["waiting-for-approval", "waiting-for-approval"],
    ]);
    expect(choices.reach).toEqual([{ id: "works", count: 3 }]);
  });
});
