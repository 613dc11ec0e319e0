import { describe, expect, it } from "vitest";
import type { Account } from "#lib/domain/evidence/side.ts";
import { actor, collection, collectionPage } from "#testing/answers/activitypub/documents.ts";
import { account, NEEDS_LOGIN, nextPage } from "#testing/answers/mastodon/account.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import type { Adapter } from "../question/adapter.ts";
import { generic } from "../software/generic.ts";
import { mastodon } from "../software/mastodon.ts";
import { type ListOptions, readFollowers, readFollowing } from "./list.ts";
import type { ListOf } from "./list-of.ts";
import type { Cursor } from "./pages.ts";

const OLD = { host: "old.example", webHost: "old.example" };
const URI = "https://old.example/users/ada";
const who = (over: Partial<Account> = {}): ListOf => ({
  server: OLD,
  user: "ada",
  uri: URI,
  account: { acct: "ada@old.example", id: "7", ...over },
});
const LIST = "https://old.example/api/v1/accounts/7/followers?limit=80";
const people = (...names: readonly string[]) =>
  names.map((name) =>
    account(name.split("@")[0] ?? "", { id: name, acct: name, uri: `https://x.example/users/${name}` }),
  );
/** As Mastodon sends it with the last page too: only what comes before it is named. */
const LAST = { link: `<${LIST}&since_id=9>; rel="prev"` };
const full = (from: number) => people(...Array.from({ length: 80 }, (_, at) => `p${from + at}@far.example`));

async function read(
  gate: ReturnType<typeof fakeGate>,
  of = who(),
  adapter: Adapter = mastodon,
  options: ListOptions = {},
) {
  const accts: string[] = [];
  const cursors: (Cursor | null)[] = [];
  for await (const step of readFollowers(adapter, gate, of, options)) {
    if (step.kind === "end") return { accts, cursors, end: step };
    accts.push(...step.rows.map((row) => row.acct ?? row.uri ?? ""));
    cursors.push(step.cursor);
  }
  throw new Error("a list that does not say how it ended");
}
const endOf = async (answers: Answers, of?: ListOf) => {
  const { accts, end } = await read(fakeGate(answers), of);
  return [accts.length, end.complete ? "whole" : end.gap];
};

describe("followers by the API", () => {
  it("come page by page, to the end", async () => {
    const gate = fakeGate({
      [LIST]: { body: full(0), headers: nextPage(LIST, "41") },
      [`${LIST}&max_id=41`]: { body: [...people("p79@far.example", "otto", "Bo@FAR.example")], headers: LAST },
    });
    const { accts, cursors, end } = await read(gate);
    expect(accts).toHaveLength(82);
    expect(accts.slice(80)).toEqual(["otto@old.example", "bo@far.example"]);
    expect(cursors).toEqual([{ via: "api", at: "41" }, null]);
    expect(end).toMatchObject({ complete: true, read: 82 });
    expect(gate.asks.map(({ paged }) => paged === true)).toEqual([false, true]);
  });

  it("are asked for once more where the server stumbled over a page, and not a third time", async () => {
    const second = `${LIST}&max_id=41`;
    const stumbling = (times: number) => {
      let left = times;
      const answer = () => (left-- > 0 ? { status: 500 } : { body: people("otto"), headers: LAST });
      return fakeGate({ [LIST]: { body: full(0), headers: nextPage(LIST, "41") }, [second]: answer });
    };
    expect((await read(stumbling(1))).end).toMatchObject({ complete: true, read: 81 });
    const broken = stumbling(5);
    expect((await read(broken)).end).toMatchObject({ complete: false, gap: "unreachable", read: 80 });
    expect(broken.asked).toEqual([LIST, second, second]);
  });

  it("carry what their rows say", async () => {
    const rows = [
      account("bo", { acct: "bo@far.example", uri: "https://far.example/users/bo", suspended: true }),
      account("cy", {
        acct: "cy@far.example",
        uri: "https://far.example/users/cy",
        moved: account("cy", { acct: "cy@new.example" }),
      }),
    ];
    const steps = [];
    for await (const step of readFollowers(mastodon, fakeGate({ [LIST]: { body: rows } }), who())) steps.push(step);
    expect(steps[0]).toMatchObject({
      rows: [
        { acct: "bo@far.example", suspended: true, display: "BO", noindex: false, lastPostAt: "2026-08-01" },
        { acct: "cy@far.example", moved: "cy@new.example", uri: "https://far.example/users/cy" },
      ],
    });
    expect(steps[0]).not.toHaveProperty("rows.0.moved");
  });

  it("go on from a cursor", async () => {
    const gate = fakeGate({ [`${LIST}&max_id=41`]: { body: people("bo@far.example"), headers: LAST } });
    const { accts, end } = await read(gate, who(), mastodon, { cursor: { via: "api", at: "41" } });
    expect([accts, end.complete]).toEqual([["bo@far.example"], true]);
  });

  it("stop with the place and the time to go on", async () => {
    const gate = fakeGate({
      [LIST]: { body: full(0), headers: nextPage(LIST, "41") },
      [`${LIST}&max_id=41`]: "over-budget",
    });
    const { end } = await read(gate);
    expect(end).toMatchObject({ complete: false, gap: "over-budget", cursor: { via: "api", at: "41" }, read: 80 });
  });

  it.each<[string, Answers, ListOf | undefined, unknown[]]>([
    [
      "an empty page after a full one ends them",
      {
        [LIST]: { body: full(0), headers: nextPage(LIST, "41") },
        [`${LIST}&max_id=41`]: { body: [], headers: nextPage(LIST, "1") },
      },
      undefined,
      [80, "whole"],
    ],
    ["nobody, and a count of none", { [LIST]: { body: [] } }, who({ followers: 0, hidesLists: false }), [0, "whole"]],
    ["[] while the count says otherwise", { [LIST]: { body: [] } }, who({ followers: 120 }), [0, "hidden-by-server"]],
    [
      "[] while the account hides its lists",
      { [LIST]: { body: [] } },
      who({ followers: 0, hidesLists: true }),
      [0, "hidden-by-server"],
    ],
    ["a full page and no Link", { [LIST]: { body: full(0) } }, undefined, [80, "bad-answer"]],
    [
      "fewer on a page than were asked for, no Link, and a count of more",
      { [LIST]: { body: full(0).slice(0, 40) } },
      who({ followers: 1_000 }),
      [40, "bad-answer"],
    ],
    [
      "no Link, although everybody who is counted is there",
      { [LIST]: { body: full(0).slice(0, 40) } },
      who({ followers: 40 }),
      [40, "bad-answer"],
    ],
    [
      "a short last page that lost its Link",
      {
        [LIST]: { body: full(0), headers: nextPage(LIST, "41") },
        [`${LIST}&max_id=41`]: { body: people("bo@far.example") },
      },
      who({ followers: 81 }),
      [81, "bad-answer"],
    ],
    [
      "a Link without a next page, and some who are counted and not shown",
      { [LIST]: { body: full(0).slice(0, 40), headers: LAST } },
      who({ followers: 43 }),
      [40, "whole"],
    ],
    [
      "a short page in the middle, with a Link",
      {
        [LIST]: { body: full(0).slice(0, 60), headers: nextPage(LIST, "41") },
        [`${LIST}&max_id=41`]: { body: people("bo@far.example"), headers: LAST },
      },
      who({ followers: 61 }),
      [61, "whole"],
    ],
    [
      "a Link that leads nowhere",
      { [LIST]: { body: full(0), headers: { link: '<https://old.example/x>; rel="next"' } } },
      undefined,
      [80, "bad-answer"],
    ],
    [
      "one odd row",
      { [LIST]: { body: [...people("bo@far.example"), { id: 3 }, null], headers: LAST } },
      undefined,
      [1, "whole"],
    ],
    ["HTML", { [LIST]: { body: "<html>" }, [URI]: { status: 404 } }, undefined, [0, "not-offered"]],
    [
      "a page that leads to itself",
      {
        [LIST]: { body: full(0), headers: nextPage(LIST, "41") },
        [`${LIST}&max_id=41`]: { body: full(80), headers: nextPage(LIST, "41") },
      },
      undefined,
      [160, "bad-answer"],
    ],
  ])("%s", async (_, answers, of, expected) => {
    expect(await endOf(answers, of)).toEqual(expected);
  });

  it("only the place in a Link is used, never its host", async () => {
    const elsewhere = { link: '<https://evil.example/api/v1/accounts/7/followers?max_id=41>; rel="next"' };
    const gate = fakeGate({
      [LIST]: { body: full(0), headers: elsewhere },
      [`${LIST}&max_id=41`]: { body: people("bo@far.example"), headers: LAST },
    });
    const { end } = await read(gate);
    expect(end.complete).toBe(true);
    expect(gate.asked.every((url) => url.startsWith("https://old.example/"))).toBe(true);
  });

  it("that come again and again under new places are a loop", async () => {
    let place = 0;
    const gate = { asked: [], asks: [], ask: fakeGate({}).ask };
    gate.ask = async (ask) => ({
      ok: true,
      status: 200,
      url: ask.url,
      at: "2026-11-20T12:00:00.000Z",
      headers: nextPage(LIST, `${++place}`),
      body: JSON.stringify(full(0)),
    });
    const { accts, end } = await read(gate);
    expect([accts.length, end.gap, place]).toEqual([80, "bad-answer", 4]);
  });

  it("may be those that an account follows, whom nobody counted", async () => {
    const gate = fakeGate({
      [LIST.replace("followers", "following")]: { body: people("bo@far.example"), headers: LAST },
    });
    const steps = [];
    for await (const step of readFollowing(mastodon, gate, who({ followers: 9 }))) steps.push(step);
    expect(steps).toMatchObject([{ kind: "page" }, { kind: "end", complete: true }]);
  });
});

describe("followers by the collection", () => {
  const ROOT = `${URI}/followers`;
  const page = (at: number) => `${ROOT}?page=${at}`;
  const withActor = (answers: Answers): Answers => ({ [URI]: { body: actor(URI, "ada") }, ...answers });
  const twoPages = withActor({
    [ROOT]: { body: collection(ROOT) },
    [page(1)]: {
      body: collectionPage(page(1), ["https://far.example/users/bo", "https://mk.example/users/9abc1de2f3"], page(2)),
    },
    [page(2)]: { body: collectionPage(page(2), [{ id: "https://hollo.example/@holly" }]) },
  });
  /** An address holds no name that could be read off it. */
  const PEOPLE = [
    "https://far.example/users/bo",
    "https://mk.example/users/9abc1de2f3",
    "https://hollo.example/@holly",
  ];

  it("are read where the API wants a login", async () => {
    const gate = fakeGate({ ...twoPages, [LIST]: NEEDS_LOGIN });
    const { accts, end, cursors } = await read(gate);
    expect([accts, end.complete]).toEqual([PEOPLE, true]);
    expect(cursors.at(-2)).toEqual({ via: "collection", at: page(2) });
    expect(gate.asks.filter(({ url }) => url !== LIST).every(({ sign }) => sign === true)).toBe(true);
  });

  it("are read where there is no API", async () => {
    const { accts, end } = await read(fakeGate(twoPages), { server: OLD, user: "ada", uri: URI }, generic);
    expect([accts, end.complete]).toEqual([PEOPLE, true]);
  });

  it("are hidden where they are nobody and the account counts somebody", async () => {
    const nobody = withActor({ [ROOT]: { body: { type: "Collection", id: ROOT, items: [] } }, [LIST]: NEEDS_LOGIN });
    const { end } = await read(fakeGate(nobody), who({ followers: 9 }));
    expect(end).toMatchObject({ complete: false, gap: "hidden-by-server" });
  });

  it("end with an empty page after people without being called hidden", async () => {
    const gate = fakeGate({ [page(2)]: { body: { ...collectionPage(page(2), []), totalItems: 120 } } });
    const { end } = await read(gate, who(), mastodon, { cursor: { via: "collection", at: page(2) } });
    expect(end.complete).toBe(true);
  });

  it("go on from a cursor without asking for the actor again", async () => {
    const gate = fakeGate(twoPages);
    const { accts } = await read(gate, who(), mastodon, { cursor: { via: "collection", at: page(2) } });
    expect([accts, gate.asked]).toEqual([["https://hollo.example/@holly"], [page(2)]]);
  });

  it.each<[string, Answers, unknown[]]>([
    [
      "no way to the people",
      { [ROOT]: { body: collection(ROOT, { first: undefined, totalItems: 120 }) } },
      [0, "hidden-by-server"],
    ],
    [
      "zero people and no way to them",
      { [ROOT]: { body: collection(ROOT, { first: undefined, totalItems: 0 }) } },
      [0, "hidden-by-server"],
    ],
    [
      "an empty first page",
      { [ROOT]: { body: collection(ROOT, { totalItems: 0 }) }, [page(1)]: { body: { type: "OrderedCollectionPage" } } },
      [0, "whole"],
    ],
    [
      "an empty first page, and a count of many",
      {
        [ROOT]: { body: collection(ROOT, { totalItems: 120 }) },
        [page(1)]: { body: collectionPage(page(1), []) },
      },
      [0, "hidden-by-server"],
    ],
    [
      "an empty first page that alone counts many",
      {
        [ROOT]: { body: collection(ROOT, { totalItems: undefined }) },
        [page(1)]: { body: { ...collectionPage(page(1), []), totalItems: 120 } },
      },
      [0, "hidden-by-server"],
    ],
    [
      "nobody at once, and a count of many",
      { [ROOT]: { body: collection(ROOT, { first: undefined, totalItems: 120, orderedItems: [] }) } },
      [0, "hidden-by-server"],
    ],
    [
      "nobody in the first page inside, and a count of many",
      { [ROOT]: { body: collection(ROOT, { first: collectionPage(page(1), []), totalItems: 120 }) } },
      [0, "hidden-by-server"],
    ],
    [
      "nobody at once, and a count of nobody",
      { [ROOT]: { body: collection(ROOT, { first: undefined, totalItems: 0, orderedItems: [] }) } },
      [0, "whole"],
    ],
    [
      "fewer than the count, read to the end",
      {
        [ROOT]: { body: collection(ROOT, { totalItems: 120 }) },
        [page(1)]: { body: collectionPage(page(1), ["https://far.example/users/bo"]) },
      },
      [1, "whole"],
    ],
    [
      "the first page inside",
      { [ROOT]: { body: collection(ROOT, { first: collectionPage(page(1), ["https://far.example/users/bo"]) }) } },
      [1, "whole"],
    ],
    [
      "an address inside an object",
      {
        [ROOT]: { body: collection(ROOT, { first: { id: page(1) } }) },
        [page(1)]: { body: collectionPage(page(1), ["https://far.example/users/bo"]) },
      },
      [1, "whole"],
    ],
    [
      "all of them at once",
      { [ROOT]: { body: { type: "Collection", id: ROOT, items: ["https://far.example/users/bo"] } } },
      [1, "whole"],
    ],
    [
      "a next page elsewhere",
      {
        [ROOT]: { body: collection(ROOT) },
        [page(1)]: { body: collectionPage(page(1), ["https://far.example/users/bo"], "https://evil.example/2") },
      },
      [1, "bad-answer"],
    ],
    [
      "a first page elsewhere",
      { [ROOT]: { body: collection(ROOT, { first: "https://127.0.0.1/1" }) } },
      [0, "bad-answer"],
    ],
    [
      "pages in a ring",
      {
        [ROOT]: { body: collection(ROOT) },
        [page(1)]: { body: collectionPage(page(1), ["https://far.example/users/bo"], page(2)) },
        [page(2)]: { body: collectionPage(page(2), ["https://far.example/users/cy"], page(1)) },
      },
      [2, "bad-answer"],
    ],
    [
      "pages refused",
      { [ROOT]: { body: collection(ROOT) }, [page(1)]: { status: 403, body: "" } },
      [0, "hidden-by-server"],
    ],
    ["a signature wanted", { [ROOT]: { status: 401, body: { error: "Request not signed" } } }, [0, "needs-signature"]],
  ])("%s", async (_, answers, expected) => {
    const { accts, end } = await read(fakeGate(withActor(answers)), { server: OLD, user: "ada", uri: URI }, generic);
    expect([accts.length, end.complete ? "whole" : end.gap]).toEqual(expected);
  });

  it("stop before they began with the time to begin again", async () => {
    const ask = async () => ({
      ok: false as const,
      why: "over-budget" as const,
      at: "2026-11-20T12:00:00.000Z",
      until: "2026-11-20T12:15:00.000Z",
    });
    const { end } = await read({ ...fakeGate({}), ask }, { server: OLD, user: "ada", uri: URI }, generic);
    expect(end).toMatchObject({
      gap: "over-budget",
      until: "2026-11-20T12:15:00.000Z",
      cursor: { via: "collection", at: null },
    });
  });

  it.each([
    ["on another host", { followers: "https://evil.example/followers" }, "bad-answer"],
    ["nowhere", { followers: undefined }, "not-offered"],
  ])("are not read %s", async (_, over, gap) => {
    const gate = fakeGate({ [URI]: { body: actor(URI, "ada", over) } });
    const { end } = await read(gate, { server: OLD, user: "ada", uri: URI }, generic);
    expect([end.gap, gate.asked]).toEqual([gap, [URI]]);
  });
});
