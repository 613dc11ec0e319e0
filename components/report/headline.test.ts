import { describe, expect, it } from "vitest";
import { counts, finding, report } from "./fixture.ts";
import { chooseHeadline } from "./headline.ts";

const ids = (headline: ReturnType<typeof chooseHeadline>) => headline.numbers.map(({ id }) => id);

describe("the headline", () => {
  it("says three true numbers without a snapshot", () => {
    const typical = report({ counts: counts({ missing: 112, here: 9, neither: { about: 78, basis: "stated" } }) });
    expect(chooseHeadline(typical, "ended")).toEqual({
      kind: "numbers",
      numbers: [
        { id: "stillOnOld", count: 112 },
        { id: "followNew", count: 1010 },
        { id: "neither", count: 78 },
      ],
    });
  });

  it("counts against the whole only where a snapshot gives one", () => {
    const snapshot = counts({ before: 1200, beforeIs: "snapshot", missing: 190, here: 1010, newcomers: 34 });
    expect(ids(chooseHeadline(report({ counts: snapshot }), "ended"))).toEqual(["missingOf", "cameAlong", "newcomers"]);
    const stated = counts({ before: 1200, beforeIs: "stated", missing: 112 });
    expect(ids(chooseHeadline(report({ counts: stated }), "ended"))).toEqual(["stillOnOld", "followNew"]);
  });

  it("does not call people missing whom a hidden new list may hold", () => {
    const hidden = report({
      move: { state: "done", findings: [finding("new-list-hidden")] },
      counts: counts({ missing: 112, newList: null }),
    });
    expect(ids(chooseHeadline(hidden, "ended"))).toEqual(["newHidden"]);
  });

  it.each([
    ["not-moved", report({ move: { state: "not-started", findings: [] }, counts: counts({ missing: 5 }) })],
    ["not-moved", report({ move: { state: "not-started", findings: [finding("move-not-started")] } })],
    ["not-through", report({ move: { state: "not-started", findings: [finding("redirect-only")] } })],
    ["not-through", report({ move: { state: "not-started", findings: [finding("new-account-redirects")] } })],
    ["swapped", report({ move: { state: "not-started", findings: [finding("swapped")] } })],
    ["elsewhere", report({ move: { state: "elsewhere", findings: [] } })],
    ["old-hidden", report({ move: { state: "done", findings: [finding("old-list-hidden")] } })],
    [
      "everything-hidden",
      report({ move: { state: "done", findings: [finding("old-list-hidden"), finding("new-list-hidden")] } }),
    ],
    ["old-unread", report({ move: { state: "unclear", findings: [finding("old-unreachable")] } })],
    ["old-unread", report({ old: { acct: "maria@old.example", host: "old.example", gap: "never-met" } })],
    ["all-here", report({ counts: counts({ here: 40 }) })],
    ["nobody", report()],
    ["nobody", report({ counts: counts({ here: 40 }), partial: true })],
  ])("is %s", (id, one) => {
    const headline = chooseHeadline(one, "ended");
    expect(headline.kind === "said" && headline.id).toBe(id);
  });

  it("says that some are on neither list also where nobody is on the old one", () => {
    const waiting = report({ counts: counts({ neither: { about: 3, basis: "stated" } }) });
    expect(ids(chooseHeadline(waiting, "ended"))).toEqual(["followNew", "neither"]);
  });

  it("counts those not met so far only while the new list is being read", () => {
    const reading = report({ counts: counts({ provisional: 230, newList: 480 }) });
    expect(ids(chooseHeadline(reading, "running"))).toEqual(["notMetYet", "followNew"]);
    expect(chooseHeadline(reading, "ended").kind).toBe("said");
  });

  it("says of a failed check that nothing is known", () => {
    const failed = chooseHeadline(report(), "failed");
    expect(failed.kind === "said" && failed.id).toBe("failed");
  });

  it("praises nobody before the lists are read", () => {
    const early = chooseHeadline(report({ counts: counts({ here: 40 }) }), "running");
    expect(early.kind === "said" && early.id).toBe("reading");
  });
});
