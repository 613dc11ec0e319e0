import { expect, test } from "vitest";
import { leased, NEW, person, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import type { LookedRow } from "../tables/types.ts";
import { readCheck, saveCursor } from "./checks.ts";
import { keepLook, LOOKED, looksAreJudged } from "./looked.ts";
import { savePeople } from "./people/people.ts";
import { asOwner, underLease } from "./write.ts";

const hoursOn = (hours: number) => new Date(T0.getTime() + hours * 3_600_000);
const look = (server: string, inbound: "open" | "blocked", hours = 0): LookedRow => {
  const at = hoursOn(hours).toISOString();
  const list = {
    known: true as const,
    value: { inbound, outbound: inbound, basis: "list" as const },
    source: { kind: "member" as const, at },
  };
  return { server, at, onOld: {}, onNew: { list } };
};

const lookUp = (server: string, found: boolean, hours: number): LookedRow => {
  const at = hoursOn(hours).toISOString();
  const resolve = { known: true as const, value: { found, oneName: true }, source: { kind: "member" as const, at } };
  return { server, at, onOld: {}, onNew: { resolve } };
};

overStores((store) => {
  const kept = async (id: string) => {
    const row = await readCheck(store(), id);
    const looked = row?.input.looked?.map(({ server, at }) => `${server} ${at}`) ?? [];
    return { looked, isWaiting: row?.cursor[LOOKED] === true, rev: row?.rev, state: row?.state, made: row?.updatedAt };
  };
  const started = async (id: string) => {
    const lease = await leased(store(), id);
    const people = [person("a@one.example"), { acct: "n@new.example", server: "fresh.example", in: [NEW] }];
    await underLease(store(), lease, T0, (on) => savePeople(on, people));
  };

  test("what a server told stands with the check, and about one server the last word counts", async () => {
    await started("looked");
    const before = await kept("looked");
    await keepLook(store(), "looked", look("one.example", "open"));
    expect(await kept("looked")).toMatchObject({ looked: [`one.example ${T0.toISOString()}`], isWaiting: true });
    await keepLook(store(), "looked", look("one.example", "blocked", 1));
    const after = await kept("looked");
    expect(after.looked).toEqual([`one.example ${hoursOn(1).toISOString()}`]);
    expect([after.state, after.made]).toEqual([before.state, before.made]);
  });

  test("who sees the same on the same day gives the check nothing to do", async () => {
    await started("same");
    await keepLook(store(), "same", look("one.example", "open"));
    await asOwner(store(), "same", T0, (on) => saveCursor(on, LOOKED, null));
    await keepLook(store(), "same", look("one.example", "open", 5));
    expect(await kept("same")).toMatchObject({ looked: [`one.example ${T0.toISOString()}`], isWaiting: false });
    await keepLook(store(), "same", look("one.example", "open", 25));
    expect(await kept("same")).toMatchObject({ isWaiting: true });
  });

  test("a look that comes while the check is judged waits for the next time", async () => {
    await started("meanwhile");
    await keepLook(store(), "meanwhile", look("one.example", "open"));
    const taken = (await readCheck(store(), "meanwhile"))?.input ?? {};
    await keepLook(store(), "meanwhile", look("one.example", "blocked", 1));
    const end = (input: typeof taken) => asOwner(store(), "meanwhile", T0, (on) => looksAreJudged(on, input));
    await end(taken);
    expect(await kept("meanwhile")).toMatchObject({ isWaiting: true });
    await end((await readCheck(store(), "meanwhile"))?.input ?? {});
    expect(await kept("meanwhile")).toMatchObject({ isWaiting: false });
  });

  const inputOf = async (id: string) => (await readCheck(store(), id))?.input.looked?.[0];

  test("a later look that was told less takes nothing away, and each answer keeps its age", async () => {
    await started("less");
    const full = look("one.example", "blocked");
    await keepLook(store(), "less", full);
    await keepLook(store(), "less", { ...full, at: hoursOn(30).toISOString(), onNew: {} });
    expect(await inputOf("less")).toEqual(full);
    const found = lookUp("one.example", false, 40);
    await keepLook(store(), "less", found);
    expect(await inputOf("less")).toEqual({ ...found, onNew: { ...full.onNew, ...found.onNew } });
    await keepLook(store(), "less", lookUp("one.example", false, 24 * 11));
    expect((await inputOf("less"))?.onNew).toEqual(lookUp("one.example", false, 24 * 11).onNew);
  });

  test("an allow goes with the list that it was asked for", async () => {
    await started("allow");
    const full = look("one.example", "blocked");
    const allow = { known: true as const, value: false, source: { kind: "member" as const, at: full.at } };
    const both = { ...full, onNew: { ...full.onNew, allow } };
    await keepLook(store(), "allow", both);
    expect(await inputOf("allow")).toEqual(both);
    await keepLook(store(), "allow", lookUp("one.example", false, 1));
    expect((await inputOf("allow"))?.onNew.allow).toEqual(allow);
    await keepLook(store(), "allow", look("one.example", "open", 2));
    expect((await inputOf("allow"))?.onNew.allow).toBeUndefined();
    await keepLook(store(), "allow", { ...both, at: hoursOn(30).toISOString() });
    await keepLook(store(), "allow", lookUp("one.example", true, 31));
    expect(await inputOf("allow")).toEqual(lookUp("one.example", true, 31));
  });

  test("who is found there has ended an earlier block", async () => {
    await started("lifted");
    await keepLook(store(), "lifted", look("one.example", "blocked"));
    await keepLook(store(), "lifted", lookUp("one.example", true, 1));
    expect(await inputOf("lifted")).toEqual(lookUp("one.example", true, 1));
    await keepLook(store(), "lifted", lookUp("one.example", false, 2));
    await keepLook(store(), "lifted", look("one.example", "open", 3));
    expect(await inputOf("lifted")).toEqual(look("one.example", "open", 3));
  });

  test("what says how a look-up is to be read comes with the next look of the same day", async () => {
    await started("instance");
    const lost = lookUp("one.example", false, 0);
    await keepLook(store(), "instance", lost);
    const source = { kind: "network" as const, at: hoursOn(2).toISOString() };
    const instance = { known: true as const, value: { limitedFederation: false }, source };
    await keepLook(store(), "instance", { ...lookUp("one.example", false, 2), instance });
    expect((await inputOf("instance"))?.instance).toEqual(instance);
  });

  test("of a server without followers nothing is kept, and nothing shows that somebody looked", async () => {
    await started("strange");
    const before = await kept("strange");
    await keepLook(store(), "strange", look("two.example", "open"));
    await keepLook(store(), "strange", look("fresh.example", "open"));
    await keepLook(store(), "unheard-of", look("one.example", "open"));
    expect(await kept("strange")).toEqual(before);
  });
});
