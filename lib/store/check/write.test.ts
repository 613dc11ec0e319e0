import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { facts, judged, later, leased, letRunOut, NEW, newCheck, person, T0, verdict } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { createCheck, endCheck, patchCheck, readCheck, saveCursor } from "./checks.ts";
import { deleteCheck } from "./delete-check.ts";
import { LEASE_MS, leaseLeft, releaseLease, renewLease, takeLease } from "./lease.ts";
import { peopleAfter, savePeople } from "./people/people.ts";
import { claimServers, readServer, saveAsked, saveJudged } from "./servers.ts";
import { asOwner, StaleLease, underLease } from "./write.ts";

overStores((store) => {
  test("only one of many takes the lease, and the next after its end", async () => {
    await createCheck(store(), newCheck("one-of-many"));
    const tries = Array.from({ length: 8 }, (_, n) => takeLease(store(), "one-of-many", `w${n}`));
    expect((await Promise.all(tries)).filter((fence) => fence !== null)).toEqual([1]);
    expect(await takeLease(store(), "one-of-many", "late")).toBe(null);
    const left = await leaseLeft(store(), "one-of-many");
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(LEASE_MS);
    await letRunOut(store(), "one-of-many");
    expect(await leaseLeft(store(), "one-of-many")).toBe(0);
    expect(await takeLease(store(), "one-of-many", "late")).toBe(2);
  });

  test("a lease that was taken before the clock was set back holds nobody up, and who is alive renews it", async () => {
    const dead = await leased(store(), "dead");
    const alive = await leased(store(), "alive");
    const ahead = sql`leased_until + interval '3 minutes'`;
    await store().db.execute(sql`update checks set leased_until = ${ahead} where id in ('dead', 'alive')`);
    expect(await renewLease(store(), alive)).toBe(true);
    expect(await takeLease(store(), "alive", "next")).toBe(null);
    expect(await leaseLeft(store(), "dead")).toBe(0);
    expect(await takeLease(store(), "dead", "next")).toBe(dead.fence + 1);
    expect(await readCheck(store(), "dead")).toMatchObject({ deaths: 1 });
    expect(await takeLease(store(), "dead", "third")).toBe(null);
  });

  test("a lease is renewed and given back only by its holder", async () => {
    const old = await leased(store(), "renewing");
    await letRunOut(store(), "renewing");
    expect(await renewLease(store(), old)).toBe(true);
    expect(await takeLease(store(), "renewing", "other")).toBe(null);
    await letRunOut(store(), "renewing");
    expect(await takeLease(store(), "renewing", "other")).toBe(2);
    expect(await renewLease(store(), old)).toBe(false);
    await releaseLease(store(), old);
    expect(await takeLease(store(), "renewing", "third")).toBe(null);
    await releaseLease(store(), { checkId: "renewing", fence: 2 });
    expect(await takeLease(store(), "renewing", "third")).toBe(3);
  });

  test("nothing is leased that has no work left", async () => {
    const lease = await leased(store(), "no-work");
    await underLease(store(), lease, T0, (on) => patchCheck(on, { state: "done" }));
    await letRunOut(store(), "no-work");
    expect(await takeLease(store(), "no-work", "w")).toBe(null);
    expect(await takeLease(store(), "never-made", "w")).toBe(null);
  });

  test("a stale lease writes nothing", async () => {
    const stale = await leased(store(), "stale");
    await underLease(store(), stale, T0, (on) => savePeople(on, [person("bo@far.example")]));
    await letRunOut(store(), "stale");
    const fence = (await takeLease(store(), "stale", "next")) ?? 0;
    const before = await readCheck(store(), "stale");
    const writing = underLease(store(), stale, later(60_001), async (on) => {
      await savePeople(on, [person("cy@far.example")]);
      await patchCheck(on, { state: "done" });
    });
    await expect(writing).rejects.toThrow(StaleLease);
    expect(await readCheck(store(), "stale")).toEqual(before);
    expect(await peopleAfter(store(), "stale", "", 10)).toHaveLength(1);
    expect(fence).toBe(stale.fence + 1);
  });

  test("cancelling and deleting make the running lease stale", async () => {
    const cancelled = await leased(store(), "cancelled");
    expect(await asOwner(store(), "cancelled", T0, (on) => endCheck(on, "cancelled"))).toBe(true);
    await expect(underLease(store(), cancelled, T0, async () => {})).rejects.toThrow(StaleLease);
    expect(await asOwner(store(), "cancelled", T0, (on) => endCheck(on, "cancelled"))).toBe(false);
    const deleted = await leased(store(), "deleted");
    expect(await deleteCheck(store(), "deleted")).toBe(true);
    await expect(underLease(store(), deleted, T0, async () => {})).rejects.toThrow(StaleLease);
    expect(await deleteCheck(store(), "deleted")).toBe(false);
    expect(await asOwner(store(), "deleted", T0, async () => 1)).toBe(undefined);
  });

  test("a page and its cursor commit together or not at all", async () => {
    const lease = await leased(store(), "page");
    const page = (accts: string[], fails: boolean) =>
      underLease(store(), lease, T0, async (on) => {
        await savePeople(
          on,
          accts.map((acct) => person(acct)),
        );
        await saveCursor(on, "collect-old", { next: accts[0] });
        if (fails) throw new Error("killed");
      });
    await page(["bo@far.example"], false);
    await expect(page(["cy@far.example", "di@far.example"], true)).rejects.toThrow("killed");
    const { cursor, rev } = (await readCheck(store(), "page")) ?? {};
    expect({ cursor, rev }).toEqual({ cursor: { "collect-old": { next: "bo@far.example" } }, rev: 1 });
    expect((await peopleAfter(store(), "page", "", 10)).map(({ acct }) => acct)).toEqual(["bo@far.example"]);
    expect(await readServer(store(), "page", "far.example")).toMatchObject({ known: 1, missing: 1 });
  });

  test("a server's facts and its verdicts commit together or not at all", async () => {
    const lease = await leased(store(), "answer");
    await underLease(store(), lease, T0, (on) => savePeople(on, [person("bo@far.example")]));
    const answer = (fails: boolean) =>
      underLease(store(), lease, T0, async (on) => {
        await saveAsked(on, { facts: facts("far.example"), state: "done", requests: 5, at: T0 });
        await saveJudged(on, judged("far.example", [verdict("bo@far.example")]), NEW);
        if (fails) throw new Error("killed");
      });
    await expect(answer(true)).rejects.toThrow("killed");
    expect(await readServer(store(), "answer", "far.example")).toMatchObject({ facts: null, state: "todo", asked: 0 });
    await answer(false);
    const [bo] = await peopleAfter(store(), "answer", "", 1);
    expect(bo).toMatchObject({ cause: "new-server-blocked", grp: "admin", reach: "blocked", rev: 2 });
    expect(await readServer(store(), "answer", "far.example")).toMatchObject({ state: "done", asked: 5, stale: false });
  });

  test("what a dead run was asking is asked again by the next", async () => {
    const lease = await leased(store(), "asking");
    await underLease(store(), lease, T0, (on) => savePeople(on, [person("bo@far.example")]));
    expect(await underLease(store(), lease, T0, (on) => claimServers(on, 9))).toEqual(["far.example"]);
    expect(await underLease(store(), lease, T0, (on) => claimServers(on, 9))).toEqual([]);
    await letRunOut(store(), "asking");
    const fence = (await takeLease(store(), "asking", "next")) ?? 0;
    const next = { checkId: "asking", fence };
    expect(await underLease(store(), next, T0, (on) => claimServers(on, 9))).toEqual(["far.example"]);
  });

  test("writers of one check go one after the other, and revisions in the order of commits", async () => {
    const lease = await leased(store(), "many-writers");
    const accts = Array.from({ length: 20 }, (_, n) => `p${n}@far.example`);
    await Promise.all(accts.map((acct) => underLease(store(), lease, T0, (on) => savePeople(on, [person(acct)]))));
    const saved = await peopleAfter(store(), "many-writers", "", 50);
    expect(saved.map(({ rev }) => rev).sort((a, b) => a - b)).toEqual(accts.map((_, n) => n + 1));
    expect(await readServer(store(), "many-writers", "far.example")).toMatchObject({ known: 20, missing: 20 });
  });
});
