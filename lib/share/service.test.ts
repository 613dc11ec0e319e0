import { afterEach, describe, expect, test, vi } from "vitest";
import { PublicShare } from "#lib/contract/share.ts";
import type { Memory } from "#lib/domain/ports/ports.ts";
import { deleteShare, dropOldNumbers, saveShare, shareOfCheck } from "#lib/store/check/shares.ts";
import { openMemory } from "#lib/store/memory/memory.ts";
import type { Store } from "#lib/store/open/store.ts";
import { shares as sharesTable } from "#lib/store/tables/schema.ts";
import { type Answers, fakeGate } from "#testing/fake-gate.ts";
import { AT, counts, facts, NEW_URI, OLD_URI, saveSource, shareSource } from "#testing/share.ts";
import { withEmbedded } from "#testing/store/embedded.ts";
import type { ShareDeps } from "./deps.ts";
import type { Source } from "./make-data.ts";
import { makeShares } from "./service.ts";
import { hashToken } from "./token.ts";

const noMemory: Memory = {
  once: async (_, make) => ({ value: (await make()).value, at: AT }),
  peek: async () => undefined,
  forget: async () => {},
};
const DAY_MS = 86_400_000;

let store: Store;
withEmbedded((opened) => {
  store = opened;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await store.db.delete(sharesTable);
});

let opened = 0;
async function open(source: Source = shareSource(), more: Partial<ShareDeps> = {}, answers: Answers = {}) {
  const id = `check-${opened++}`;
  await saveSource(store, id, source);
  const gate = fakeGate(answers);
  const clock = { at: Date.parse(AT) };
  const shares = makeShares({
    store,
    gate,
    memory: noMemory,
    secret: "a secret of the installation",
    publicUrl: "https://housewarming.example",
    now: () => new Date(clock.at),
    ...more,
  });
  const pass = (days: number) => {
    clock.at += days * DAY_MS;
  };
  const becomes = (later: Source) => saveSource(store, id, later);
  return { id, shares, gate, becomes, pass };
}

type Wanted = Parameters<ReturnType<typeof makeShares>["create"]>[1];
const MONTH: Wanted = { days: 30 };

async function made(opened: Awaited<ReturnType<typeof open>>, wanted = MONTH) {
  const created = await opened.shares.create(opened.id, wanted);
  if (!created?.ok) throw new Error(`not made: ${JSON.stringify(created)}`);
  return created;
}

/** Software that publishes no pointer, and a new account that names the old one: anybody can write that. */
const SILENT = facts({ oldActor: { movedTo: undefined } });

describe("making a page", () => {
  test("its address holds 132 bits and is not kept", async () => {
    const opened = await open();
    const { token, url } = await made(opened);
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(url).toBe(`https://housewarming.example/r/${token}`);
    const row = await shareOfCheck(store, opened.id);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row?.tokenHash).toBe(hashToken(token));
  });

  test("its owner sees the address again; another installation could not make it", async () => {
    const opened = await open();
    const { url } = await made(opened, { days: 7 });
    expect(await opened.shares.status(opened.id)).toEqual({
      url,
      until: "2026-11-27T12:00:00.000Z",
      showsMissing: false,
    });
    const row = await shareOfCheck(store, opened.id);
    const other = await open(shareSource(), { secret: "another secret" });
    if (row) await saveShare(store, { ...row, checkId: other.id });
    expect((await other.shares.status(other.id))?.url).not.toBe(url);
  });

  test("made again it keeps its address and gets new days", async () => {
    const opened = await open();
    const first = await made(opened, { days: 7 });
    opened.pass(3);
    expect(await made(opened, { days: 90 })).toEqual(first);
    expect((await opened.shares.publicView(first.token))?.numbersUntil).toBe("2027-02-21T12:00:00.000Z");
  });

  test("deleted and made anew it has another address, and the old one stays dead", async () => {
    const opened = await open();
    const first = await made(opened);
    expect(await opened.shares.remove(opened.id)).toBe(true);
    expect(await opened.shares.publicView(first.token)).toBeNull();
    expect(await opened.shares.status(opened.id)).toBeNull();
    expect(await opened.shares.remove(opened.id)).toBe(false);
    const second = await made(opened);
    expect(second.token).not.toBe(first.token);
    expect(await opened.shares.publicView(first.token)).toBeNull();
  });

  test.each<[string, Source, string]>([
    ["no report yet", shareSource({ counts: null }), "no-report"],
    ["proof asked for and missing", shareSource({ proof: { state: "missing" } }), "needs-proof"],
    [
      "old points elsewhere",
      shareSource({ facts: facts({ oldActor: { movedTo: "https://x.example/u" } }) }),
      "not-confirmed",
    ],
    ["old points nowhere", shareSource({ facts: facts({ oldActor: { movedTo: null } }) }), "not-confirmed"],
    ["old shows no pointer, and its owner is not known", shareSource({ facts: SILENT }), "not-confirmed"],
    ["new does not name old", shareSource({ facts: facts({ newActor: { alsoKnownAs: [] } }) }), "not-confirmed"],
    ["planned", shareSource({ facts: { ...facts(), mode: "planned" } }), "no-report"],
  ])("not made: %s", async (_, source, why) => {
    const { id, shares } = await open(source);
    expect(await shares.create(id, { days: 7 })).toEqual({ ok: false, why });
  });

  test("without a check, or before it has read an account, there is nothing", async () => {
    const { id, shares } = await open(shareSource({ facts: null }));
    expect([await shares.create("other", { days: 7 }), await shares.create(id, { days: 7 })]).toEqual([null, null]);
  });

  test("where no proof is asked for it is made without", async () => {
    expect(await made(await open(shareSource({ proof: { state: "off" } })), { days: 7 })).toMatchObject({ ok: true });
  });

  test("one side that cannot be seen is said to be unknown", async () => {
    const opened = await open(
      shareSource({ proof: { state: "proven", old: true }, facts: facts({ oldActor: { movedTo: undefined } }) }),
    );
    const { token } = await made(opened);
    expect((await opened.shares.publicView(token))?.proof).toMatchObject({
      oldPointsToNew: "unknown",
      newNamesOld: "yes",
    });
  });
});

describe("what everybody sees", () => {
  test("both accounts, few numbers, the proof", async () => {
    const opened = await open(shareSource(), { avatarPath: (url) => `/api/avatars/${url.length}` });
    const view = await opened.shares.publicView((await made(opened)).token);
    expect(PublicShare.parse(view)).toEqual(view);
    expect(view).toEqual({
      old: {
        ...{ acct: "maria@oldtown.example", display: "Maria", url: "https://oldtown.example/@maria" },
        ...{ uri: OLD_URI, feed: "https://oldtown.example/@maria.rss" },
      },
      new: {
        ...{ acct: "maria@newharbour.example", display: "Maria", url: "https://newharbour.example/@maria" },
        ...{ uri: NEW_URI, feed: "https://newharbour.example/@maria.rss" },
      },
      counts: { newList: 1010 },
      proof: { oldPointsToNew: "yes", newNamesOld: "yes", sources: [OLD_URI, NEW_URI], at: AT },
      numbersUntil: "2026-12-20T12:00:00.000Z",
    });
  });

  test.each([
    [{ missing: 4, newList: 1010 }, { newList: 1010 }],
    [{ missing: 5, newList: 4 }, { newList: "a few" }],
    [{ missing: 437, here: 0, newList: null }, undefined],
    [{ before: null, here: 10, missing: 9 }, undefined],
    [{ before: 19, here: 10, missing: 9 }, undefined],
    [{ before: null, here: 10, missing: 10 }, { newList: 1010 }],
  ])("numbers that point at people are not shown: %j", async (given, expected) => {
    const opened = await open(shareSource({ counts: counts(given) }));
    expect((await opened.shares.publicView((await made(opened)).token))?.counts).toEqual(expected);
  });

  test.each([
    [{ missing: 437 }, { count: 437, is: "at-least" }],
    [
      { missing: 437, missingIs: "exact" as const },
      { count: 437, is: "exact" },
    ],
    [{ missing: 4 }, { count: "a few", is: "at-least" }],
    [{ missing: 0 }, undefined],
    [{ missing: 12, newList: null }, undefined],
    [{ before: 19, here: 10, missing: 9 }, undefined],
  ])("how many are missing is shown where the owner wants it: %j", async (given, expected) => {
    const opened = await open(shareSource({ counts: counts(given) }));
    const { token } = await made(opened, { days: 30, showsMissing: true });
    const view = await opened.shares.publicView(token);
    expect(PublicShare.parse(view)).toEqual(view);
    expect(view?.counts?.missing).toEqual(expected);
  });

  test("the owner's choice stays with new days and new numbers, and is taken back", async () => {
    const opened = await open();
    const { token } = await made(opened, { days: 30, showsMissing: true });
    await made(opened, { days: 90 });
    await opened.becomes(shareSource({ counts: counts({ missing: 9, missingIs: "exact" }) }));
    await opened.shares.refresh(opened.id);
    expect((await opened.shares.publicView(token))?.counts?.missing).toEqual({ count: 9, is: "exact" });
    await made(opened, { days: 90, showsMissing: false });
    expect((await opened.shares.publicView(token))?.counts).toEqual({ newList: 1010 });
  });

  test("an address that could run a script is no link", async () => {
    const opened = await open(shareSource({ facts: facts({ newAccount: { url: "javascript:alert(1)" } }) }));
    expect((await opened.shares.publicView((await made(opened)).token))?.new).not.toHaveProperty("url");
  });

  test("two checks of one pair with other followers and equal numbers look the same", async () => {
    const one = await open(
      shareSource({ counts: counts({ byCause: { "notice-lost": 437 }, byGroup: { follower: 437 } }) }),
    );
    const other = await open(
      shareSource({ counts: counts({ byCause: { "server-gone": 437 }, byGroup: { nobody: 437 } }) }),
    );
    const views = [one, other].map(async (each) => each.shares.publicView((await made(each)).token));
    expect(await views[0]).toEqual(await views[1]);
  });

  test("new numbers of the check are shown", async () => {
    const opened = await open();
    const { token } = await made(opened);
    await opened.becomes(shareSource({ counts: counts({ newList: 1100 }) }));
    await opened.shares.refresh(opened.id);
    expect((await opened.shares.publicView(token))?.counts?.newList).toBe(1100);
    await opened.shares.refresh("other");
  });

  test("numbers stay while a later reading of the new list does not come to its end", async () => {
    const opened = await open();
    const { token } = await made(opened);
    await opened.becomes(shareSource({ counts: counts({ missing: 1240, here: 0, newList: null }) }));
    await opened.shares.refresh(opened.id);
    expect((await opened.shares.publicView(token))?.counts).toEqual({ newList: 1010 });
  });

  test("numbers begin with the first reading of the new list that comes to its end", async () => {
    const opened = await open(shareSource({ counts: counts({ missing: 1240, here: 0, newList: null }) }));
    const { token } = await made(opened);
    await opened.becomes(shareSource());
    await opened.shares.refresh(opened.id);
    expect((await opened.shares.publicView(token))?.counts).toEqual({ newList: 1010 });
  });
});

test("a later check that sees less takes nothing back", async () => {
  const opened = await open();
  const { token } = await made(opened);
  const before = await opened.shares.publicView(token);
  const silent = { known: false, gap: "unreachable" } as const;
  const { old, ...rest } = facts();
  const blind = { ...rest, old: { ...old, actor: silent, account: silent } };
  await opened.becomes(shareSource({ facts: blind, counts: null }));
  await opened.shares.refresh(opened.id);
  expect(await opened.shares.publicView(token)).toEqual(before);
  expect((await opened.shares.create(opened.id, MONTH))?.ok, "but nothing new is made without a report").toBe(false);
  await opened.becomes(shareSource({ facts: facts({ oldActor: { movedTo: null } }) }));
  await opened.shares.refresh(opened.id);
  expect(await opened.shares.publicView(token), "what was seen does").toBeNull();
});

describe("the end of a page", () => {
  test("after its days it stays without numbers while both accounts confirm each other", async () => {
    const opened = await open();
    const { token } = await made(opened, { days: 7 });
    opened.pass(8);
    const view = await opened.shares.publicView(token);
    expect(view).not.toHaveProperty("counts");
    expect(view?.new.acct).toBe("maria@newharbour.example");
  });

  test("a page that only the new account confirms in public lasts where the old one's owner made it", async () => {
    const opened = await open(
      shareSource({ proof: { state: "proven", old: true }, facts: facts({ oldActor: { movedTo: undefined } }) }),
    );
    const { token } = await made(opened, { days: 7 });
    opened.pass(8);
    expect(await opened.shares.publicView(token)).not.toBeNull();
  });

  test("a page that only the old account confirms ends with its days", async () => {
    const opened = await open(shareSource({ facts: facts({ newActor: { alsoKnownAs: undefined } }) }));
    const { token } = await made(opened, { days: 7 });
    opened.pass(8);
    expect(await opened.shares.publicView(token)).toBeNull();
  });

  const actors = (movedTo: object, alsoKnownAs: readonly string[]): Answers => ({
    [OLD_URI]: { body: { id: OLD_URI, type: "Person", preferredUsername: "maria", ...movedTo } },
    [NEW_URI]: { body: { id: NEW_URI, type: "Person", preferredUsername: "maria", alsoKnownAs } },
  });
  test.each<[string, Answers, boolean]>([
    ["both still say so", actors({ movedTo: NEW_URI }, [OLD_URI]), true],
    ["the redirect was cancelled", actors({}, [OLD_URI]), false],
    ["it points elsewhere", actors({ movedTo: "https://x.example/u" }, [OLD_URI]), false],
    ["the new account no longer names the old one", actors({ movedTo: NEW_URI }, []), false],
    ["the old account is deleted", { ...actors({}, [OLD_URI]), [OLD_URI]: { status: 410, body: "" } }, false],
    ["neither server answers", { [OLD_URI]: "timeout", [NEW_URI]: "connect" }, true],
    ["a server wants a signature", { ...actors({}, [OLD_URI]), [OLD_URI]: { status: 401, body: "" } }, true],
  ])("asked again after a day: %s", async (_, answers, stays) => {
    const opened = await open(shareSource(), {}, answers);
    const { token } = await made(opened);
    expect(await opened.shares.reconfirm()).toBe(0);
    opened.pass(2);
    expect(await opened.shares.reconfirm()).toBe(1);
    expect((await opened.shares.publicView(token)) !== null).toBe(stays);
    expect(await opened.shares.reconfirm()).toBe(0);
  });

  test("a page taken away while its accounts are asked again stays away", async () => {
    const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const silent: ShareDeps["gate"] = {
      async ask() {
        asked.resolve();
        await answer.promise;
        return { ok: false, why: "timeout", at: AT };
      },
    };
    const opened = await open(shareSource(), { gate: silent });
    const { token } = await made(opened);
    opened.pass(2);
    const asking = opened.shares.reconfirm();
    await asked.promise;
    await opened.shares.remove(opened.id);
    answer.resolve();
    await asking;
    expect(await opened.shares.publicView(token)).toBeNull();
    expect(await opened.shares.status(opened.id)).toBeNull();
  });

  test("days chosen while its accounts are asked again hold", async () => {
    const opened = await open(shareSource(), {}, actors({ movedTo: NEW_URI }, [OLD_URI]));
    await made(opened, { days: 7 });
    opened.pass(2);
    const asking = opened.shares.reconfirm();
    await made(opened, { days: 90 });
    await asking;
    expect((await opened.shares.status(opened.id))?.until).toBe("2027-02-20T12:00:00.000Z");
  });

  test("new numbers do not come back after the days of a page", async () => {
    const opened = await open();
    await made(opened, { days: 7 });
    opened.pass(8);
    const row = await shareOfCheck(store, opened.id);
    if (row) await dropOldNumbers(store, row.numbersUntil);
    await opened.shares.refresh(opened.id);
    expect((await shareOfCheck(store, opened.id))?.data).not.toHaveProperty("counts");
  });

  test("what was never published does not end it", async () => {
    const never = { oldActor: { movedTo: undefined } };
    const opened = await open(
      shareSource({ proof: { state: "proven", old: true }, facts: facts(never) }),
      {},
      actors({}, [OLD_URI]),
    );
    const { token } = await made(opened);
    opened.pass(2);
    await opened.shares.reconfirm();
    expect(await opened.shares.publicView(token)).not.toBeNull();
  });
});

describe("many visitors", () => {
  test("500 at once cost one read and no request", async () => {
    const opened = await open();
    const { token } = await made(opened);
    const unknown = "x".repeat(22);
    const reads = vi.spyOn(store.db, "select");
    const all = Array.from({ length: 500 }, (_, at) =>
      at % 2 ? opened.shares.publicView(token) : opened.shares.card(token),
    );
    await Promise.all([...all, ...Array.from({ length: 500 }, () => opened.shares.publicView(unknown))]);
    expect(reads).toHaveBeenCalledTimes(2);
    expect(opened.gate.asked).toEqual([]);
  });

  test("a page that was deleted elsewhere is gone at once, however lately it was shown", async () => {
    const opened = await open();
    const { token } = await made(opened);
    expect(await opened.shares.publicView(token)).not.toBeNull();
    await deleteShare(store, hashToken(token));
    expect([await opened.shares.publicView(token), await opened.shares.card(token)]).toEqual([null, null]);
  });

  test("a read that failed is tried again", async () => {
    const opened = await open();
    const { token } = await made(opened);
    vi.spyOn(store.db, "select").mockImplementationOnce(() => {
      throw new Error("no store");
    });
    await expect(opened.shares.publicView(token)).rejects.toThrow("no store");
    expect(await opened.shares.publicView(token)).not.toBeNull();
  });

  test("what cannot be a token does not reach the store", async () => {
    const opened = await open();
    const reads = vi.spyOn(store.db, "select");
    for (const text of ["", "x", "../../etc/passwd", "x".repeat(500), "%00".repeat(8)]) {
      expect(await opened.shares.publicView(text)).toBeNull();
      expect(await opened.shares.lookup(text, "far.example")).toBeNull();
      expect(await opened.shares.card(text)).toBeNull();
    }
    expect(reads).not.toHaveBeenCalled();
  });
});

test("a look-up through a page asks the typed server, and the new one about it", async () => {
  const opened = await open();
  const { token } = await made(opened);
  const found = await opened.shares.lookup(token, "far.example");
  expect(found).toMatchObject({
    ok: true,
    answer: { server: "far.example", reach: "unknown", follow: { kind: "manual" } },
  });
  expect(opened.gate.asked.every((url) => /far\.example|newharbour\.example/.test(url))).toBe(true);
  expect(await opened.shares.lookup(token, "127.0.0.1")).toMatchObject({ ok: false });
  expect(await opened.shares.lookup("y".repeat(22), "far.example")).toBeNull();
});

test.each([
  ["maria", "maria", "@maria@newharbour.example"],
  ["müller", null, "newharbour.example"],
  ["x".repeat(31), null, "newharbour.example"],
])("the picture names %s as %s, at %s", async (user, name, address) => {
  const acct = `${user}@newharbour.example`;
  const opened = await open(shareSource({ facts: facts({ newAccount: { acct } }) }));
  const { token } = await made(opened);
  expect(await opened.shares.card(token)).toEqual({ name, address });
});

test("what a look-up learns is kept in a cache of its own", async () => {
  const now = () => new Date(AT);
  const memory = openMemory(store, now, "shareAsks");
  const far = "https://far.example/.well-known/webfinger?resource=https%3A%2F%2Ffar.example";
  const subscribe = { rel: "http://ostatus.org/schema/1.0/subscribe", template: "https://far.example/f?u={uri}" };
  const opened = await open(
    shareSource(),
    { memory },
    { [far]: { body: { subject: "acct:far.example@far.example", links: [subscribe] } } },
  );
  const { token } = await made(opened);
  const first = await opened.shares.lookup(token, "far.example");
  const asked = opened.gate.asked.length;
  expect(first).toMatchObject({ answer: { follow: { kind: "link", via: "subscribe", host: "far.example" } } });
  expect(await opened.shares.lookup(token, "far.example"), "what was kept says the same").toEqual(first);
  expect(opened.gate.asked).toHaveLength(asked);
  expect(await openMemory(store, now).peek("far.example/share/finger")).toBe(undefined);
});
