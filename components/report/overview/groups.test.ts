import { describe, expect, it } from "vitest";
import { shownCause } from "#i18n/cause-words.ts";
import { CAUSE_IDS } from "#lib/causes/index.ts";
import { isOwnDecision } from "#lib/messages/own-decision.ts";
import { counts, report, server } from "#testing/components/report.ts";
import { rowsOf } from "../servers/server-rows.ts";
import { arrange, foldRest, groupOfCause, mostlyUnknown } from "./groups.ts";

const one = report({
  counts: counts({ missing: 20, byCause: { here: 3, "old-server-blocked": 4, "notice-lost": 9, unknown: 7 } }),
  servers: [
    server("big.example", { causes: { "notice-lost": 9 } }),
    server("mine.example", { causes: { "old-server-blocked": 1 }, onePerson: true }),
    server("cut.example", { causes: { "old-server-blocked": 3 } }),
  ],
});
const shape = (ended: boolean) =>
  arrange(one, ended).map(({ group, cards }) => [group, cards.map(({ cause }) => cause)]);

describe("groups", () => {
  it("stand in the order of who can act, the largest reason first when all is said", () =>
    expect(shape(true)).toEqual([
      ["here", ["here"]],
      ["follower", ["notice-lost", "old-server-blocked"]],
      ["unknown", ["unknown"]],
    ]));

  it("do not jump while the check runs", () =>
    expect(shape(false)[1]).toEqual(["follower", ["old-server-blocked", "notice-lost"]]));

  it("fold the smaller of many reasons, and never one alone", () => {
    const byCause = { "notice-lost": 9, "old-server-blocked": 4, "no-moved-to": 3, "moved-on": 1 };
    const cards = arrange({ counts: counts({ byCause }), servers: [] }, true)[0]?.cards ?? [];
    const folded = (count: number) => {
      const { first, rest } = foldRest(cards.slice(0, count));
      return [first, rest].map((part) => part.map(({ cause }) => cause));
    };
    expect(folded(4)).toEqual([
      ["notice-lost", "old-server-blocked"],
      ["no-moved-to", "moved-on"],
    ]);
    expect(folded(3)).toEqual([["notice-lost", "old-server-blocked", "no-moved-to"], []]);
  });

  it("never name a one-person server with its block, and count it", () => {
    const card = arrange(one, true)[1]?.cards[1];
    expect(card).toMatchObject({ servers: [{ host: "cut.example", people: 3 }], onePerson: 1, count: 4 });
    expect(isOwnDecision("notice-lost", true)).toBe(false);
    expect(isOwnDecision("new-server-blocked", false)).toBe(false);
  });

  it("know the group of every cause, and show one of newer rules as unknown", () => {
    for (const id of CAUSE_IDS) expect(shownCause(id)).toBe(id);
    expect(groupOfCause("waiting-for-approval")).toBe("you");
    expect(shownCause("cosmic-rays")).toBe("unknown");
    expect(shownCause(null)).toBe("none");
    expect(arrange({ counts: counts({ byCause: { "cosmic-rays": 2 } }), servers: [] }, true)[0]?.group).toBe("unknown");
  });

  it("are mostly unknown above one in two", () => {
    expect(mostlyUnknown({ counts: counts({ missing: 10, byCause: { unknown: 6 } }) })).toBe(true);
    expect(mostlyUnknown({ counts: counts({ missing: 10, byCause: { unknown: 5 } }) })).toBe(false);
    expect(mostlyUnknown({ counts: counts() })).toBe(false);
  });
});

describe("the table of servers", () => {
  const rows = rowsOf([
    server("post.example", { causes: { "old-server-blocked": 60 } }),
    server("letter.example", { causes: { "new-server-blocked": 57 }, reach: "blocked" }),
    server("few.example", { causes: { unknown: 2 }, reach: "unknown" }),
    server("mine.example", { causes: { "new-server-blocked": 1 }, reach: "blocked", onePerson: true }),
    server("gone.example", { causes: { "server-gone": 9 }, reach: "gone" }),
    server("fine.example", { causes: { here: 2 }, here: 2 }),
  ]);

  it("puts first where one step frees most people", () =>
    expect(rows.rows.map(({ server: { host }, help, frees }) => [host, help, frees])).toEqual([
      ["post.example", "post", 60],
      ["letter.example", "letter", 57],
      ["gone.example", "nothing", 0],
    ]));
  it("folds the small ones and hides whose decision is their own", () => {
    expect(rows.small.map(({ server: { host }, help }) => [host, help])).toEqual([["few.example", "ask"]]);
    expect(rows.onePerson).toEqual({ servers: 1, people: 1 });
    expect(JSON.stringify(rows)).not.toContain("mine.example");
    expect(rows.allHere).toBe(1);
  });
});
