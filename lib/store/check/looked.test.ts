import { expect, test } from "vitest";
import { leased, NEW, person, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import type { LookedRow } from "../tables/types.ts";
import { readCheck, saveCursor } from "./checks.ts";
import { keepLook, LOOKED } from "./looked.ts";
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

  test("of a server without followers nothing is kept, and nothing shows that somebody looked", async () => {
    await started("strange");
    const before = await kept("strange");
    await keepLook(store(), "strange", look("two.example", "open"));
    await keepLook(store(), "strange", look("fresh.example", "open"));
    await keepLook(store(), "unheard-of", look("one.example", "open"));
    expect(await kept("strange")).toEqual(before);
  });
});
