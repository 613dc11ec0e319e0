import { expect, test } from "vitest";
import { defined } from "#lib/flow/defined.ts";
import { leased, NEW, outcome, person, T0, verdict } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { findServers, serversSince } from "./find-servers.ts";
import { findPeople, type PeopleQuery, peopleSince, placeInLively } from "./people/find-people.ts";
import { markPerson, peopleAfter, savePeople, saveVerdicts } from "./people/people.ts";
import { underLease } from "./write.ts";

const FOLLOWERS = [
  person("bo@far.example", { display: "Bo 100% sure", old: { lastPostAt: "2026-11-01" }, youFollow: true }),
  person("cy@far.example", { display: "Cy" }),
  person("di@near.example", { display: "Di\\ana_", old: { lastPostAt: "2026-11-02" } }),
  person("ed@near.example", { in: [NEW] }),
  person("fa@near.example", { old: { lastPostAt: "2026-11-01" }, youFollow: true }),
];
const VERDICTS = [
  verdict("bo@far.example"),
  verdict("cy@far.example", { group: "follower", cause: "notice-lost", reach: "works" }),
  {
    ...verdict("di@near.example", { group: "follower", cause: "notice-lost", reach: "works" }),
    outcomes: { "b.example": outcome({ group: "wait", cause: "waiting-for-approval", reach: "waits" }) },
  },
];

overStores((store) => {
  let made = 0;
  const filled = async () => {
    const lease = await leased(store(), `find ${made++}`);
    await underLease(store(), lease, T0, (on) => savePeople(on, FOLLOWERS));
    await underLease(store(), lease, T0, (on) => saveVerdicts(on, VERDICTS, NEW));
    return lease.checkId;
  };
  const names = async (id: string, query: Omit<PeopleQuery, "limit">) => {
    const { items, total } = await findPeople(store(), id, { ...query, limit: 50 });
    expect(total).toBe(items.length);
    return items.map(({ acct }) => acct.slice(0, 2)).join(" ");
  };

  /** Page after page, as somebody reads on. */
  const walk = async (id: string, query: Omit<PeopleQuery, "cursor">) => {
    const { total } = await findPeople(store(), id, query);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await findPeople(store(), id, { ...query, ...defined({ cursor }) });
      expect(page.total).toBe(total);
      seen.push(...page.items.map(({ acct }) => acct.slice(0, 2)));
      cursor = page.next;
    } while (cursor && seen.length < 20);
    return seen;
  };

  test("followers by group, cause, server, reach, mark and words", async () => {
    const id = await filled();
    const lines: [Omit<PeopleQuery, "limit">, string][] = [
      [{}, "bo cy di ed fa"],
      [{ missing: true }, "bo cy di fa"],
      [{ missing: false }, "ed"],
      [{ group: "admin" }, "bo"],
      [{ cause: "notice-lost" }, "cy"],
      [{ without: ["notice-lost"] }, "bo di ed fa"],
      [{ without: ["waiting-for-approval"], towards: "b.example" }, "bo cy ed fa"],
      [{ reach: "blocked" }, "bo"],
      [{ server: "near.example", missing: true }, "di fa"],
      [{ youFollow: true }, "bo fa"],
      [{ q: "CY" }, "cy"],
      [{ q: "100%" }, "bo"],
      [{ q: "%" }, "bo"],
      [{ q: "_" }, "di"],
      [{ q: "\\" }, "di"],
      [{ q: "\0cy\ud800" }, ""],
      [{ towards: "b.example", group: "wait", cause: "waiting-for-approval", reach: "waits" }, "di"],
      [{ towards: "c.example", group: "wait" }, ""],
      [{ mark: null, server: "far.example" }, "bo cy"],
      [{ mark: "skip" }, ""],
    ];
    for (const [query, expected] of lines) expect([query, await names(id, query)]).toEqual([query, expected]);
    await underLease(store(), { checkId: id, fence: 1 }, T0, (on) => markPerson(on, "cy@far.example", "skip"));
    expect(await names(id, { mark: "skip" })).toBe("cy");
    expect(await names(id, { mark: null, server: "far.example" })).toBe("bo");
  });

  test("those who are not here, those not judged yet included", async () => {
    const id = await filled();
    const here = verdict("ed@near.example", { group: "here", cause: "here-under-new-name", reach: "works" });
    await underLease(store(), { checkId: id, fence: 1 }, T0, (on) => saveVerdicts(on, [here], NEW));
    expect(await names(id, { away: true })).toBe("bo cy di fa");
    expect(await names(id, { away: true, youFollow: true })).toBe("bo fa");
  });

  test("every order is walked page by page, each person once", async () => {
    const id = await filled();
    const orders = {
      name: "bo cy di ed fa",
      server: "bo cy di ed fa",
      recent: "di bo fa cy ed",
      lively: "bo fa di cy ed",
    } as const;
    for (const sort of ["name", "server", "recent", "lively"] as const) {
      const seen = await walk(id, { sort, limit: 2 });
      expect([sort, seen.join(" ")]).toEqual([sort, orders[sort]]);
    }
  });

  test("who is followed comes first, then who wrote last, then bots, and behind them those who are gone", async () => {
    const lease = await leased(store(), "lively");
    const bot = { bot: true, lastPostAt: "2026-11-20" };
    const lately = { lastPostAt: "2026-11-21" };
    const crowd = [
      person("ab@far.example", { old: bot }),
      person("bc@far.example", { old: {} }),
      person("cd@far.example", { old: { lastPostAt: "2024-01-01" } }),
      person("de@far.example", { old: { lastPostAt: "2026-11-19" } }),
      person("ef@far.example", { old: { lastPostAt: "2023-01-01" }, youFollow: true }),
      person("fg@far.example", { old: bot, youFollow: true }),
      person("gh@gone.example", { old: bot }),
      person("hi@gone.example", { old: {} }),
      person("ij@gone.example", { old: lately, youFollow: true }),
      person("jk@gone.example", { old: lately }),
    ];
    const gone = ["gh", "hi", "ij", "jk"].map((name) =>
      verdict(`${name}@gone.example`, { group: "nobody", cause: "account-gone", reach: "gone" }),
    );
    await underLease(store(), lease, T0, (on) => savePeople(on, crowd));
    await underLease(store(), lease, T0, (on) => saveVerdicts(on, [...gone, verdict("de@far.example")], NEW));
    const order = "fg ef de cd bc ab ij jk hi gh";
    expect(await names("lively", { sort: "lively" })).toBe(order);
    // A page may end anywhere: the place that a cursor names is worked out apart from the order of the database.
    for (const limit of [1, 5, 7]) expect(await walk("lively", { sort: "lively", limit })).toEqual(order.split(" "));
    const rows = await peopleAfter(store(), "lively", "", 50);
    const sorted = rows.toSorted((one, other) => (placeInLively(one) < placeInLively(other) ? 1 : -1));
    expect(sorted.map(({ acct }) => acct.slice(0, 2))).toEqual(order.split(" "));
    expect(await names("lively", { sort: "lively", group: "nobody" })).toBe("ij jk hi gh");
  });

  test("a cursor that is not ours begins at the start", async () => {
    const id = await filled();
    const word = (place: unknown) => Buffer.from(JSON.stringify(place)).toString("base64url");
    for (const cursor of ["", "💥", "bm9wZQ", word({}), word([1e300, {}]), word([2 ** 40, "a"]), word([1, 2])]) {
      expect((await findPeople(store(), id, { cursor, limit: 50 })).items).toHaveLength(5);
      expect((await findServers(store(), id, { cursor, limit: 50 })).items).toHaveLength(2);
    }
    expect((await findPeople(store(), id, { cursor: word(["\0", "\ud800"]), limit: 50 })).items).toHaveLength(5);
  });

  test("servers by missing people", async () => {
    const id = await filled();
    const { items, next, total } = await findServers(store(), id, { limit: 1 });
    expect({ hosts: items.map(({ host }) => host), total }).toEqual({ hosts: ["far.example"], total: 2 });
    const rest = await findServers(store(), id, { limit: 1, cursor: next ?? "" });
    expect({ hosts: rest.items.map(({ host }) => host), next: rest.next }).toEqual({
      hosts: ["near.example"],
      next: null,
    });
    expect((await findServers(store(), id, { limit: 9, reach: "works" })).total).toBe(0);
  });

  test("what changed since a revision, oldest change first", async () => {
    const id = await filled();
    const since = async (rev: number) => (await peopleSince(store(), id, rev, 9)).map(({ acct }) => acct.slice(0, 2));
    expect(await since(0)).toEqual(["ed", "fa", "bo", "cy", "di"]);
    expect(await since(1)).toEqual(["bo", "cy", "di"]);
    expect(await since(2)).toEqual([]);
    expect((await serversSince(store(), id, 0, 9)).map(({ host }) => host)).toEqual(["far.example", "near.example"]);
    expect(await serversSince(store(), id, 1, 9)).toEqual([]);
  });
});
