import { describe, expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { counts, finding, report, server } from "#testing/components/report.ts";
import { chooseHeadline, hasParts, type Phase, wayOn } from "./headline.ts";

const parts = (more: Partial<NonNullable<Report["counts"]["parts"]>>): NonNullable<Report["counts"]["parts"]> => ({
  ...{ onOld: 0, onNeither: 0, snapshotHere: 0, snapshotMissing: 0, youFollow: 0 },
  ...more,
});
const sentences = (more: Partial<Report["counts"]>, rest: Partial<Report> = {}, phase: Phase = "ended") =>
  chooseHeadline(report({ ...rest, counts: counts(more) }), phase).numbers.map(({ id, count }) => `${id} ${count}`);
const ids = (headline: ReturnType<typeof chooseHeadline>) => headline.numbers.map(({ id }) => id);

describe("the headline", () => {
  it("says three true numbers without a snapshot", () => {
    const neither = { about: 78, basis: "stated" } as const;
    const typical = report({ counts: counts({ missing: 112, here: 9, neither, parts: parts({ onOld: 112 }) }) });
    expect(chooseHeadline(typical, "ended")).toEqual({
      kind: "numbers",
      numbers: [
        { id: "stillOnOld", count: 112 },
        { id: "followNew", count: 1010 },
        { id: "neither", count: 78 },
      ],
    });
  });

  it("counts on the old list only who stands there, and the others where they are", () => {
    expect(sentences({ missing: 8, parts: parts({ onOld: 5, onNeither: 3 }) })).toEqual([
      ...["stillOnOld 5", "followNew 1010", "onNeither 3"],
    ]);
    expect(sentences({ missing: 8, parts: parts({ onOld: 5, onNeither: 1 }) })).toEqual([
      ...["stillOnOld 5", "notOnNew 2", "followNew 1010", "onNeither 1"],
    ]);
    expect(sentences({ missing: 3, parts: parts({ onNeither: 3 }) })).toEqual(["onNeither 3", "followNew 1010"]);
  });

  it("counts nobody twice who is on neither list", () => {
    const both = (about: number) => ({
      missing: 8,
      neither: { about, basis: "stated" as const },
      parts: parts({ onOld: 5, onNeither: 3 }),
    });
    expect(sentences(both(78))).toEqual(["stillOnOld 5", "followNew 1010", "neither 78"]);
    expect(sentences(both(2))).toEqual(["stillOnOld 5", "followNew 1010", "onNeither 3"]);
  });

  it("says of a check stored before places were counted only that they are not on the new list", () =>
    expect(sentences({ missing: 8, before: 2, beforeIs: "snapshot" })).toEqual(["notOnNew 8", "followNew 1010"]));

  it("counts against the whole only those of the snapshot", () => {
    const snapshot = { before: 2, beforeIs: "snapshot", missing: 6, here: 3, newcomers: 34 } as const;
    const two = parts({ onOld: 5, onNeither: 1, snapshotHere: 1, snapshotMissing: 1 });
    const headline = chooseHeadline(report({ counts: counts({ ...snapshot, parts: two }) }), "ended");
    expect(headline.numbers).toEqual([
      { id: "missingOf", count: 1, before: 2 },
      { id: "cameAlong", count: 1 },
      { id: "others", count: 5 },
      { id: "newcomers", count: 34 },
    ]);
    const none = parts({ onOld: 4, snapshotHere: 2 });
    expect(sentences({ ...snapshot, missing: 4, parts: none })).toEqual(["stillOnOld 4", "followNew 1010"]);
    const stated = { before: 1200, beforeIs: "stated", missing: 112, parts: parts({ onOld: 112 }) } as const;
    expect(sentences(stated)).toEqual(["stillOnOld 112", "followNew 1010"]);
  });

  it("does not call people missing whom a hidden new list may hold", () => {
    const hidden = { move: { state: "done", findings: [finding("new-list-hidden")] } } as const;
    const at = { missing: 112, newList: null };
    const places = parts({ onOld: 100, snapshotMissing: 12 });
    const there = { ...hidden, move: { ...hidden.move, findings: [...hidden.move.findings] } };
    expect(sentences({ ...at, parts: places }, there)).toEqual(["newHidden 100", "unseen 12"]);
    expect(sentences({ ...at, before: 20, beforeIs: "snapshot", parts: places }, there)).toEqual([
      ...["unseenOf 12", "cameAlong 0", "othersUnseen 100"],
    ]);
    expect(sentences(at)).toEqual(["unseen 112"]);
  });

  it.each([
    ["not-moved", report({ move: { state: "not-started", findings: [] }, counts: counts({ missing: 5 }) })],
    ["not-moved", report({ move: { state: "not-started", findings: [finding("move-not-started")] } })],
    ["not-through", report({ move: { state: "not-started", findings: [finding("redirect-only")] } })],
    ["not-through", report({ move: { state: "not-started", findings: [finding("new-account-redirects")] } })],
    ["swapped", report({ move: { state: "not-started", findings: [finding("swapped")] } })],
    ["elsewhere", report({ move: { state: "elsewhere", findings: [] } })],
    ["old-hidden", report({ move: { state: "done", findings: [finding("old-list-hidden")] } })],
    ["old-closed", report({ move: { state: "done", findings: [finding("old-list-closed")] } })],
    [
      "everything-unread",
      report({ move: { state: "done", findings: [finding("old-list-closed"), finding("new-list-hidden")] } }),
    ],
    [
      "everything-unread",
      report({ move: { state: "done", findings: [finding("old-list-hidden"), finding("new-unreachable")] } }),
    ],
    [
      "everything-hidden",
      report({ move: { state: "done", findings: [finding("old-list-hidden"), finding("new-list-hidden")] } }),
    ],
    ["old-unread", report({ move: { state: "unclear", findings: [finding("old-unreachable")] } })],
    ["old-unread", report({ move: { state: "unclear", findings: [finding("old-account-gone")] } })],
    ["old-unread", report({ old: { acct: "maria@old.example", host: "old.example", gap: "never-met" } })],
    ["all-here", report({ counts: counts({ here: 40 }) })],
    ["nobody", report()],
    ["stopped", report({ partial: true })],
    ["stopped", report({ partial: true, old: { acct: "maria@old.example", host: "old.example", gap: "not-asked" } })],
    ["stopped", report({ counts: counts({ here: 40 }), partial: true })],
  ])("is %s", (id, one) => {
    const headline = chooseHeadline(one, "ended");
    expect(headline.kind === "said" && headline.id).toBe(id);
  });

  it("says that some are on neither list also where nobody is on the old one", () => {
    const waiting = report({ counts: counts({ neither: { about: 3, basis: "stated" } }) });
    expect(ids(chooseHeadline(waiting, "ended"))).toEqual(["followNew", "neither"]);
  });

  it("never says that nobody is missing while somebody is not judged, however the check ended", () => {
    const unmet = { provisional: 230, newList: null };
    expect(sentences({ ...unmet, newList: 480 }, {}, "running")).toEqual(["notMetYet 230", "followNew 480"]);
    for (const phase of ["ended", "failed"] as const)
      expect(sentences(unmet, { partial: true }, phase)).toEqual(["notMetThen 230"]);
    const some = { ...unmet, missing: 5, newList: 1010, parts: parts({ onOld: 5 }) };
    expect(sentences(some, { partial: true })).toEqual(["stillOnOld 5", "followNew 1010", "notMetThen 230"]);
  });

  it.each([
    ["failed", report({ partial: true })],
    ["failed-some", report({ partial: true, servers: [server("far.example")], counts: counts({ here: 3 }) })],
  ])("says of a check that failed with so much known: %s", (id, one) => {
    const failed = chooseHeadline(one, "failed");
    expect(failed.kind === "said" && failed.id).toBe(id);
  });

  it("praises nobody before the lists are read", () => {
    const early = chooseHeadline(report({ counts: counts({ here: 40 }) }), "running");
    expect(early.kind === "said" && early.id).toBe("reading");
  });
});

describe("the way on", () => {
  const oldHidden = report({ move: { state: "done", findings: [finding("old-list-hidden")] } });
  it.each<[string, Report, Phase, ReturnType<typeof wayOn>]>([
    ["a list where the old one is hidden", oldHidden, "ended", "withList"],
    ["nothing yet while the check runs", oldHidden, "running", null],
    ["the form where the check failed", oldHidden, "failed", "again"],
    ["nothing where an account asks not to be checked", report(), "refused", null],
    ["nothing where people are known", report({ counts: counts({ missing: 3 }) }), "ended", null],
    ["nothing where nobody is missing", report({ counts: counts({ here: 3 }) }), "ended", null],
    ["the form, for a list, where nobody is known of", report(), "ended", "withList"],
    ["on with the check where it was stopped", report({ partial: true }), "ended", "goOn"],
  ])("is %s", (_, one, phase, way) => expect(wayOn(one, phase)).toBe(way));
});

describe("the parts of a check", () => {
  const someServers = { servers: [server("far.example")] };
  it.each([
    ["nowhere where a check failed before anybody was found", report(), "failed", false],
    ["nowhere where it was stopped so early", report({ partial: true }), "ended", false],
    ["to what a check that failed had found", report(someServers), "failed", true],
    ["to what a check that was stopped had found", report({ ...someServers, partial: true }), "ended", true],
    ["to everybody who is here", report({ counts: counts({ here: 3 }) }), "ended", true],
  ] as const)("lead %s", (_where, one, phase, leads) => expect(hasParts(one, phase)).toBe(leads));
});
