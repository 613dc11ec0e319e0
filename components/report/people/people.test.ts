import { describe, expect, it } from "vitest";
import { initialsOf } from "#components/ui/initials.ts";
import { fact, follower, server } from "#testing/components/report.ts";
import { factsBehind } from "../overview/causes/card-facts.ts";
import { certaintyMix } from "../overview/causes/certainty-mix.ts";
import { partPeople } from "../overview/quiet.ts";
import { withChoice } from "./people-tools.tsx";

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
    partPeople([follower("a@b.example", more)], NOW).quiet.length === 1;
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

describe("people about whom nobody can do anything", () => {
  const names = (people: readonly { acct: string }[]) => people.map(({ acct }) => acct[0]).join("");
  it("stand behind everybody else, followed or not, in the order they came in", () => {
    const gone = { group: "nobody", cause: "account-gone" } as const;
    const {
      lively,
      quiet,
      gone: last,
    } = partPeople(
      [
        follower("a@b.example", { ...gone, youFollow: true }),
        follower("c@b.example", {}),
        follower("d@b.example", { ...gone, profile: { bot: true } }),
        follower("e@b.example", { profile: { bot: true } }),
        follower("f@b.example", { group: "unknown", cause: "unknown" }),
      ],
      NOW,
    );
    expect([lively, quiet, last].map(names)).toEqual(["cf", "e", "ad"]);
  });
});

describe("choices", () => {
  it("stand in the address, one beside the other, and begin at the first page", () => {
    const asked = { server: "far.example", cursor: "x", group: "admin" };
    expect(withChoice("/f", asked, { group: "you" })).toBe("/f?server=far.example&group=you");
    expect(withChoice("/f", asked, { group: null, server: null })).toBe("/f");
  });
});

describe("initials", () => {
  it.each([
    ["Clara Nwosu", "CN"],
    ["alice", "AL"],
    ["Æ", "Æ"],
    ["🦊 Fox", "FO"],
    ["", ""],
  ])("of %s are %s", (name, letters) => expect(initialsOf(name)).toBe(letters));
});
