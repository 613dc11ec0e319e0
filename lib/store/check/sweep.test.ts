import { expect, test } from "vitest";
import { later, leased, newCheck, person, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { openLedger } from "../ledger/ledger.ts";
import { forgetServer } from "../memory/forget-server.ts";
import { openMemory } from "../memory/memory.ts";
import { forgetAccount } from "../memory/memory-rows.ts";
import { readSetting, settingOnce } from "../open/settings.ts";
import { ledger as ledgerTable, memory as memoryTable } from "../tables/schema.ts";
import { checksAbout, createCheck, readCheck } from "./checks.ts";
import { deleteCheck } from "./delete-check.ts";
import { readPerson, savePeople } from "./people/people.ts";
import { readServer } from "./servers.ts";
import { deleteSharesAbout, readShare, saveShare } from "./shares.ts";
import { sweep } from "./sweep.ts";
import { asOwner, underLease } from "./write.ts";

const DAY = 86_400_000;

overStores((store) => {
  const filled = async (id: string, size: number) => {
    await leased(store(), id);
    const people = Array.from({ length: size }, (_, n) => person(`p${n}@far.example`));
    await asOwner(store(), id, T0, (on) => savePeople(on, people));
  };
  const account = (host: string) => ({ acct: `ana@${host}`, host, webHost: host });
  const data = {
    ...{ nonce: "n", old: account("old.example"), new: account("new.example") },
    confirmation: { oldPointsToNew: "yes", newNamesOld: "yes", at: T0.toISOString() },
  } as const;
  const share = (id: string, checkId: string | null, days = 30) =>
    saveShare(store(), {
      ...{ tokenHash: id, checkId, accts: ["ana@old.example", "ana@new.example"], createdAt: T0 },
      data: { ...data, counts: { before: 30, newList: 9, missing: 21, missingIs: "exact" } },
      ...{ numbersUntil: later(days * DAY), showsMissing: false },
    });

  test("an expired check goes with all of it, and leaves its share page", async () => {
    await filled("expiring", 30);
    await share("expiring share", "expiring");
    await createCheck(store(), newCheck("staying", { expiresAt: later(31 * DAY) }));
    await sweep(store(), later(30 * DAY - 1));
    expect(await readCheck(store(), "expiring")).toMatchObject({ id: "expiring" });
    await sweep(store(), later(30 * DAY));
    expect(await readCheck(store(), "expiring")).toBe(undefined);
    expect(await readPerson(store(), "expiring", "p1@far.example")).toBe(undefined);
    expect(await readServer(store(), "expiring", "far.example")).toBe(undefined);
    expect(await readCheck(store(), "staying")).toMatchObject({ id: "staying" });
    expect(await readShare(store(), "expiring share")).toMatchObject({ checkId: null });
  });

  test("a check of more people than one bite expires whole", async () => {
    await filled("large", 5_001);
    await sweep(store(), later(30 * DAY));
    expect(await readPerson(store(), "large", "p5000@far.example")).toBe(undefined);
    expect(await readCheck(store(), "large")).toBe(undefined);
  });

  test("a deleted check takes its share page with it", async () => {
    await filled("deleted", 3);
    await share("deleted share", "deleted");
    expect(await deleteCheck(store(), "deleted")).toBe(true);
    expect(await readShare(store(), "deleted share")).toBe(undefined);
    expect(await readPerson(store(), "deleted", "p1@far.example")).toBe(undefined);
  });

  test("a share page's numbers go after its days, and the page stays", async () => {
    await createCheck(store(), newCheck("shared", { expiresAt: later(365 * DAY) }));
    await share("numbers", "shared", 7);
    await sweep(store(), later(7 * DAY - 1));
    expect((await readShare(store(), "numbers"))?.data.counts).toMatchObject({ newList: 9 });
    await sweep(store(), later(7 * DAY));
    expect((await readShare(store(), "numbers"))?.data).toEqual(data);
  });

  test("either account finds its checks and pages", async () => {
    await createCheck(store(), newCheck("about", { accts: ["bea@old.example", "bea@new.example"] }));
    await share("about share", "about");
    expect(await checksAbout(store(), "bea@new.example")).toEqual(["about"]);
    expect(await checksAbout(store(), "bea")).toEqual([]);
    await deleteSharesAbout(store(), "ana@new.example");
    expect(await readShare(store(), "about share")).toBe(undefined);
  });

  test("cached facts and idle budgets go after their time", async () => {
    const memory = openMemory(store(), () => T0);
    await memory.once("short.example/x", async () => ({ value: 1, ttlMs: 1_000 }));
    await memory.once("long.example/x", async () => ({ value: 1, ttlMs: 2_000 }));
    const ledger = await openLedger(store(), () => T0);
    await ledger.take("idle.example", { paged: false, permits: 1 }, T0);
    await ledger.failed("silent.example", "timeout", T0);
    await ledger.settle();
    await sweep(store(), later(1_500));
    const keys = async () =>
      (await store().db.select({ key: memoryTable.key }).from(memoryTable)).map(({ key }) => key);
    const hosts = async () =>
      (await store().db.select({ host: ledgerTable.host }).from(ledgerTable)).map((row) => row.host);
    expect(await keys()).toEqual(["long.example/x"]);
    expect((await hosts()).sort()).toEqual(["idle.example", "silent.example"]);
    await sweep(store(), later(1_000_000));
    expect(await hosts()).toEqual(["silent.example"]);
    await sweep(store(), later(2 * DAY));
    expect([await keys(), await hosts()]).toEqual([[], []]);
  });

  test("a setting is made once, by the first process that needs it", async () => {
    let made = 0;
    const make = () => ({ pem: `key ${made++}` });
    const all = await Promise.all([1, 2, 3].map(() => settingOnce(store(), "actor", make)));
    expect(new Set(all.map(({ pem }) => pem)).size).toBe(1);
    expect(await readSetting(store(), "actor")).toEqual(all[0]);
    expect(await readSetting(store(), "nothing")).toBe(undefined);
  });

  test("of a server that is not to be asked nothing is kept, of those below it neither", async () => {
    const memory = openMemory(store(), () => T0);
    await memory.once("out.example/x", async () => ({ value: 1, ttlMs: 1_000 }));
    const shareAsks = openMemory(store(), () => T0, "shareAsks");
    for (const host of ["social.out.example", "shout.example"])
      await shareAsks.once(`${host}/share/stances/a/b`, async () => ({ value: 1, ttlMs: 1_000 }));
    const ledger = await openLedger(store(), () => T0);
    const all = { paged: false, permits: 300 };
    for (const host of ["out.example", "social.out.example", "shout.example"]) await ledger.take(host, all, T0);
    await ledger.settle();
    await forgetServer({ store: store(), memories: [memory, shareAsks], ledger }, "out.example");
    expect(await memory.peek("out.example/x")).toBe(undefined);
    expect(await shareAsks.peek("social.out.example/share/stances/a/b")).toBe(undefined);
    expect(await shareAsks.peek("shout.example/share/stances/a/b")).toBeDefined();
    await ledger.settle();
    const kept = await store().db.select({ host: ledgerTable.host }).from(ledgerTable);
    expect(kept.map(({ host }) => host).filter((host) => host.includes("out.example"))).toEqual(["shout.example"]);
    const again = await Promise.all(["out.example", "shout.example"].map((host) => ledger.take(host, all, T0)));
    expect(again.map(({ ok }) => ok)).toEqual([true, false]);
  });

  test("of an account that is removed no answer is kept, and no picture", async () => {
    const memory = openMemory(store(), () => T0);
    const shareAsks = openMemory(store(), () => T0, "shareAsks");
    const kept = { value: 1, ttlMs: 1_000 };
    for (const cache of [memory, shareAsks])
      for (const key of ["a.example/account/mia@new.example", "b.example/avatar/x.png", "a.example/nodeinfo"])
        await cache.once(key, async () => kept);
    await forgetAccount(store().db, "mia@new.example");
    for (const cache of [memory, shareAsks]) {
      expect(await cache.peek("a.example/account/mia@new.example")).toBe(undefined);
      expect(await cache.peek("b.example/avatar/x.png")).toBe(undefined);
      expect(await cache.peek("a.example/nodeinfo")).toBeDefined();
    }
  });

  test("a sweep makes a running lease stale with its check", async () => {
    const lease = await leased(store(), "expired while running");
    await sweep(store(), later(30 * DAY));
    await expect(underLease(store(), lease, later(30 * DAY), async () => {})).rejects.toThrow("no longer the newest");
  });
});
