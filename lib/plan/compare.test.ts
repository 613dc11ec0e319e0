import { describe, expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { type Candidate, compare } from "./compare.ts";
import { kindsOf } from "./kinds.ts";
import { planRows, rowsWith } from "./servers.ts";
import { warningsOf, warningsOfOld } from "./warnings.ts";

const MASTODON = { name: "mastodon", version: "4.6.5" };

const candidate = (server: string, numbers: Partial<Candidate> = {}): Candidate => {
  const { clear = 0, unknown = 0, waits = 0, cannot = 0 } = numbers;
  return {
    ...{ server, account: null, software: MASTODON, signUp: "open" },
    ...{ clear, unknown, waits, cannot, clearOrUnknown: clear + unknown },
    ...{ byCause: {}, servers: [], warnings: [] },
    ...numbers,
  };
};

const report = (candidates: readonly Candidate[], more: Partial<Report> = {}): Report => ({
  ...{ version: 1, rules: "", mode: "planned", partial: false, checkedAt: "2026-11-20T14:02:00.000Z" },
  old: { acct: "alice@old.test", host: "old.test", software: MASTODON },
  ...{ new: null, move: { state: "not-started", findings: [] }, servers: [], followers: null },
  counts: {
    before: null,
    beforeIs: "unknown",
    here: 0,
    missing: 0,
    missingIs: "at-least",
    newList: null,
    newcomers: null,
    neither: null,
    byGroup: {},
    byCause: {},
    byReach: {},
  },
  candidates: [...candidates],
  lostWhatever: { count: 5, byCause: { "server-gone": 5 } },
  staying: { unreachable: 3, servers: [] },
  ...more,
});

const [sure, wide] = [
  candidate("sure.test", { clear: 60, unknown: 20, waits: 2, cannot: 18 }),
  candidate("wide.test", { clear: 50, unknown: 45, cannot: 5 }),
];

describe("candidates side by side", () => {
  it("add up to everybody, each of them", () => {
    const { total, lost, candidates } = compare(report([wide, sure]), true);
    expect(total).toBe(100);
    expect(candidates).toHaveLength(2);
    for (const { high, waits, cannot } of candidates) expect(high + waits + cannot + lost).toBe(total);
  });

  it("stay in the order they were named in while numbers change, and stand surest first at the end", () => {
    const order = (ended: boolean) =>
      compare(report([wide, sure]), ended).candidates.map(({ candidate: { server } }) => server);
    expect(order(false)).toEqual(["wide.test", "sure.test"]);
    expect(order(true)).toEqual(["sure.test", "wide.test"]);
    expect(compare(report([wide, sure]), false).best).toBeNull();
  });

  it.each<[string, Partial<Candidate>, Partial<Report>, string]>([
    ["its software takes no moves", { software: { name: "lemmy", version: "0.19.19" } }, {}, "software"],
    ["the two servers block each other", { warnings: [{ id: "old-and-new-block", because: [] }] }, {}, "block"],
    ["the account there is gone", { warnings: [{ id: "new-account-gone", because: [] }] }, {}, "no-account"],
    [
      "the old software sends none",
      {},
      { old: { acct: "a@old.test", host: "old.test", software: { name: "ghost", version: "0.1.0" } } },
      "old-software",
    ],
  ])("no move leads there where %s: it comes last and is never the best", (_, more, about, why) => {
    const shut = { ...sure, ...more };
    const { candidates, best } = compare(report([shut, wide], about), true);
    expect(candidates.find(({ candidate: { server } }) => server === "sure.test")?.closedBy).toBe(why);
    expect(best?.candidate.server).not.toBe("sure.test");
  });
});

describe("what to warn of", () => {
  it("counts people by what stands in the way, and says nothing of a wait that the lock explains", () => {
    const byCause = { "blocked-by-new-server": 2, "new-server-blocked": 3, "waiting-for-approval": 4 };
    expect(warningsOf({ ...sure, byCause })).toEqual([
      { id: "its-blocks", people: 2 },
      { id: "blocks-it", people: 3 },
      { id: "limits", people: 4 },
    ]);
    const locked = {
      ...sure,
      byCause: { "waiting-for-approval": 90 },
      warnings: [{ id: "new-account-locked", because: [] }],
    };
    expect(warningsOf(locked)).toEqual([{ id: "new-account-locked" }]);
  });

  it("says what a move there would meet with: signatures, an address nobody can check, chosen servers", () => {
    const account = { acct: "alice@sure.test", host: "sure.test", gap: "needs-signature" } as const;
    expect(warningsOf({ ...sure, account })).toEqual([{ id: "secure" }]);
    const unverifiable = [{ id: "new-account-unverifiable", because: [] }];
    expect(warningsOf({ ...sure, warnings: unverifiable })).toEqual([{ id: "new-account-unverifiable" }]);
    expect(warningsOf({ ...sure, byCause: { "closed-federation": 3 } })).toEqual([{ id: "closed-circle", people: 3 }]);
  });

  it("counts the shared lists that name a server, and no early notice and no list that was not read", () => {
    const lists = { one: "blocked", two: "limited", three: "warned", four: "not-named", five: null } as const;
    expect(warningsOf({ ...sure, opinions: { lists } })).toEqual([{ id: "on-lists", lists: 2 }]);
    expect(warningsOf({ ...sure, opinions: { lists: { one: "not-named" } } })).toEqual([]);
  });

  it("says that a server could not be read, or runs what nobody knows", () => {
    const { software: _, ...unread } = sure;
    expect(warningsOf({ ...unread, signUp: "unknown" })).toEqual([{ id: "not-read" }]);
    expect(warningsOf({ ...sure, software: { name: "newthing", version: "1" } })).toEqual([{ id: "move-unknown" }]);
  });

  it("says of the old account that it points away already, and that its software shows nobody where", () => {
    const old = {
      acct: "a@old.test",
      host: "old.test",
      software: { name: "akkoma", version: "3.16.0" },
      movedTo: "a@x.test",
    };
    const lostWhatever = { count: 4, byCause: { "no-moved-to": 4 } };
    expect(warningsOfOld(report([], { old, lostWhatever }))).toEqual([
      { id: "points-away", to: "a@x.test" },
      { id: "shows-no-move", people: 4 },
    ]);
    const first = (movedAfter: string) => warningsOfOld(report([], { old, movedAfter }))[0];
    expect(first("2026-10-22")).toEqual({
      ...{ id: "cooldown", to: "a@x.test" },
      ...{ lastPost: "2026-10-22", until: "2026-11-21" },
    });
    expect(first("2026-10-21")).toEqual({ id: "points-away", to: "a@x.test" });
  });
});

describe("followers' servers", () => {
  const base = {
    here: 0,
    missing: 1,
    reach: "works",
    reachCertainty: null,
    onePerson: false,
    causes: {},
    facts: [],
  } as const;
  const server = (host: string, known: number, plans: Record<string, Record<string, number>>, onePerson = false) => ({
    ...base,
    host,
    known,
    plans,
    onePerson,
    causes: {},
    facts: [],
  });
  const both = report([sure, wide], {
    servers: [
      server("same.test", 2, { "sure.test": { clear: 2 }, "wide.test": { clear: 2 } }),
      server("other.test", 5, {
        "sure.test": { clear: 4, "account-gone": 1 },
        "wide.test": { "new-server-blocked": 4, "account-gone": 1 },
      }),
      server("own.test", 1, { "sure.test": { clear: 1 }, "wide.test": { "new-server-blocked": 1 } }, true),
    ],
  });

  it("stand with most followers first, and say where the choice matters", () => {
    const { rows } = planRows(both);
    expect(rows.map(({ server: { host }, differs }) => [host, differs])).toEqual([
      ["other.test", true],
      ["same.test", false],
    ]);
    expect(rowsWith(rows, "wide.test", "cannot").map(({ server: { host } }) => host)).toEqual(["other.test"]);
    expect(rowsWith(rows, "sure.test", "unknown")).toEqual([]);
  });

  it("count a server of one person that decided something, and never name it", () => {
    expect(planRows(both).onePerson).toBe(1);
    expect(JSON.stringify(planRows(both).rows)).not.toContain("own.test");
  });

  it("count a cause of newer rules as one that cannot be told", () =>
    expect(kindsOf({ "of-tomorrow": 3, clear: 1 } as Readonly<Record<string, number>>)).toEqual({
      can: 1,
      waits: 0,
      cannot: 0,
      unknown: 3,
    }));
});
