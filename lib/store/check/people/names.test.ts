import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Person } from "#lib/domain/evidence/person.ts";
import { leased, NEW, person, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { rows } from "../../open/database.ts";
import type { Store } from "../../open/store.ts";
import { readServers } from "../servers.ts";
import { underLease, type Writing } from "../write.ts";
import { countUnmatched, giveNames, handlesAround, namelessAround } from "./names.ts";
import { peopleOf, savePeople } from "./people.ts";

const MIA = "https://mk.example/users/9abc1de2f3";
const JAN = "https://social.far.example/users/jan";
const { old: OLD_ROW, ...NOBODY } = person("x@mk.example");
const at = (uri: string, more: Partial<Person> = {}): Person => ({
  ...NOBODY,
  ...{ acct: uri, uri, server: new URL(uri).hostname },
  ...more,
});
const before = (acct: string): Person => ({ ...NOBODY, acct, server: acct.split("@")[1] ?? "", before: "snapshot" });

const crowd = (many: number): readonly Person[] =>
  Array.from({ length: many }, (_, at) => before(`p${at}@s${at % 500}.example`));

/** How often the planner went by an index. */
async function scansOf({ db }: Store, index: string): Promise<number> {
  await rows(db, sql`select pg_stat_force_next_flush()`);
  const [found] = await rows<{ scans: number }>(
    db,
    sql`select idx_scan::int as scans from pg_stat_user_indexes where indexrelname = ${index}`,
  );
  return found?.scans ?? 0;
}

overStores((store) => {
  const write = async <T>(id: string, body: (on: Writing) => Promise<T>) =>
    underLease(store(), await leased(store(), id), T0, body);

  test("a name makes one of the newcomer without a name and the missing one of the list from before", async () => {
    await write("named", async (on) => {
      await savePeople(on, [at(MIA, { in: [NEW] }), before("mia@mk.example")]);
      expect(await countUnmatched(on)).toBe(1);
      await giveNames(on, [{ address: MIA, acct: "mia@mk.example" }]);
      expect(await countUnmatched(on)).toBe(0);
    });
    const people = (await peopleOf(store(), "named", ["mk.example"])).get("mk.example");
    expect(people).toEqual([{ ...before("mia@mk.example"), uri: MIA, in: [NEW] }]);
    expect((await readServers(store(), "named", ["mk.example"])).map(({ known, missing }) => [known, missing])).toEqual(
      [[1, 0]],
    );
  });

  test("a name is given where nobody had it, and what became of the account with it", async () => {
    const home = { known: true, value: { state: "suspended" }, source: { kind: "network", at: "2026-06-30" } } as const;
    await write("alone", async (on) => {
      await savePeople(on, [at(MIA, { old: OLD_ROW ?? {} })]);
      await giveNames(on, [
        { address: MIA, acct: "mia@mk.example", home },
        { address: "https://mk.example/users/nobody", acct: "nobody@mk.example" },
      ]);
    });
    const people = (await peopleOf(store(), "alone", ["mk.example"])).get("mk.example");
    expect(people?.map(({ acct, home: said }) => [acct, said])).toEqual([["mia@mk.example", home]]);
  });

  test("as many may stand there twice as there are of the rarer kind, on each server", async () => {
    const more = (name: string) => at(`https://mk.example/users/${name}`, { old: OLD_ROW ?? {} });
    await write("rarer", async (on) => {
      await savePeople(on, [at(MIA, { in: [NEW] }), more("a1"), before("mia@mk.example"), at(JAN, { in: [NEW] })]);
      expect(await countUnmatched(on)).toBe(1);
      await savePeople(on, [before("max@mk.example"), before("moe@mk.example"), before("jan@far.example")]);
      expect(await countUnmatched(on)).toBe(3);
      await savePeople(on, [before("ed@else.example")]);
      expect(await countUnmatched(on)).toBe(3);
    });
  });

  test("addresses without a name are found on a server and on those above and below it", async () => {
    await write("around", (on) => savePeople(on, [at(JAN, { in: [NEW] }), at(MIA), before("jan@far.example")]));
    expect(await namelessAround(store(), "around", "far.example")).toEqual([JAN]);
    expect(await namelessAround(store(), "around", "social.far.example")).toEqual([JAN]);
    expect(await namelessAround(store(), "around", "bold.example")).toEqual([]);
  });

  test("addresses without a name are found by the index of them, and not by reading everybody", async () => {
    await write("by-index", (on) => savePeople(on, [...crowd(2_000), at(JAN, { in: [NEW] })]));
    const before = await scansOf(store(), "people_by_address");
    expect(await namelessAround(store(), "by-index", "far.example")).toEqual([JAN]);
    expect(await scansOf(store(), "people_by_address")).toBe(before + 1);
  });

  test("handles without an address are found from a host above or below, and none of the host itself", async () => {
    const addressed = { ...before("jo@far.example"), uri: "https://far.example/users/jo" };
    const below = before("ida@social.far.example");
    await write("handles", (on) => savePeople(on, [before("jan@far.example"), addressed, below, at(JAN)]));
    expect(await handlesAround(store(), "handles", "social.far.example")).toEqual(["jan@far.example"]);
    expect(await handlesAround(store(), "handles", "far.example")).toEqual(["ida@social.far.example"]);
    expect(await handlesAround(store(), "handles", "bold.example")).toEqual([]);
  });
});
