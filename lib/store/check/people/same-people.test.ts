import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Person } from "#lib/domain/evidence/person.ts";
import { leased, NEW, person, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { rows } from "../../open/database.ts";
import { readServers } from "../servers.ts";
import { underLease, type Writing } from "../write.ts";
import { peopleOf, savePeople } from "./people.ts";
import { joinSamePeople, samePeopleIn } from "./same-people.ts";

const { old: _, ...NOBODY } = person("x@social.far.example");
const nameless = (uri: string, more: Partial<Person>): Person => ({
  ...NOBODY,
  ...{ acct: uri, uri, server: new URL(uri).hostname },
  ...more,
});
const BO = "https://social.far.example/users/bo";
const CY = "https://mk.example/users/9abc";

/** One step of how a statement was answered. */
type Step = { readonly "Node Type": string; readonly "Actual Rows": number; readonly Plans?: readonly Step[] };

/** Most rows that one step of this kind handed on. */
const mostOf = (kind: string, step: Step): number =>
  Math.max(step["Node Type"] === kind ? step["Actual Rows"] : 0, ...(step.Plans ?? []).map((one) => mostOf(kind, one)));

overStores((store) => {
  const write = async <T>(id: string, body: (on: Writing) => Promise<T>) =>
    underLease(store(), await leased(store(), id), T0, body);
  const counts = async (id: string, ...hosts: readonly string[]) =>
    (await readServers(store(), id, hosts)).map(({ host, known, missing }) => [host, known, missing]).sort();

  test("a person whom the new list named by address alone, before the old one told the handle, is here", async () => {
    const left = await write("new first", async (on) => {
      await savePeople(on, [
        nameless(BO, { in: [NEW] }),
        nameless(CY, { in: [NEW] }),
        nameless("https://mk.example/users/dy", { in: [NEW] }),
      ]);
      await savePeople(on, [
        person("bo@far.example", { uri: BO }),
        person("cy@mk.example", { uri: CY }),
        person("ed@mk.example"),
      ]);
      return joinSamePeople(on);
    });
    expect(left).toEqual(["social.far.example"]);
    expect(await counts("new first", "far.example", "mk.example", "social.far.example")).toEqual([
      ["far.example", 1, 0],
      ["mk.example", 2, 1],
    ]);
    const people = (await peopleOf(store(), "new first", ["mk.example"])).get("mk.example");
    expect(people?.map(({ acct, in: here }) => [acct, here.length])).toEqual([
      ["cy@mk.example", 1],
      ["ed@mk.example", 0],
    ]);
  });

  test("people whose addresses are all different are not ranked, and so not compared with each other", async () => {
    const many = 400;
    const ranked = await write("no two", async (on) => {
      await savePeople(
        on,
        Array.from({ length: many }, (_, at) => person(`p${at}@mk.example`, { uri: `https://mk.example/users/${at}` })),
      );
      const [told] = await rows<{ "QUERY PLAN": readonly { readonly Plan: Step }[] }>(
        on.tx,
        sql`explain (analyze, format json) ${samePeopleIn("no two")}`,
      );
      const plans = (told?.["QUERY PLAN"] ?? []).map(({ Plan }) => Plan);
      expect(plans).toHaveLength(1);
      return Math.max(...plans.map((plan) => mostOf("WindowAgg", plan)));
    });
    expect(ranked).toBe(0);
  });

  test("a server on which newcomers alone are left has nobody missing any more", async () => {
    const left = await write("newcomers left", async (on) => {
      await savePeople(on, [
        nameless(BO, { old: {} }),
        nameless("https://social.far.example/users/dy", { in: [NEW] }),
        person("bo@far.example", { uri: BO, in: [NEW] }),
      ]);
      return joinSamePeople(on);
    });
    expect(left).toEqual(["social.far.example"]);
    expect(await counts("newcomers left", "social.far.example")).toEqual([["social.far.example", 0, 0]]);
  });

  test("who is called by two names at one address is one, by the name in the new list", async () => {
    await write("renamed", async (on) => {
      await savePeople(on, [person("rob@far.example", { uri: BO })]);
      const { old: __, ...renamed } = person("robin@far.example", { uri: BO, in: [NEW] });
      await savePeople(on, [renamed]);
      return joinSamePeople(on);
    });
    const people = (await peopleOf(store(), "renamed", ["far.example"])).get("far.example");
    expect(people?.map(({ acct, old, in: here }) => [acct, old !== undefined, here])).toEqual([
      ["robin@far.example", true, [NEW]],
    ]);
    expect(await counts("renamed", "far.example")).toEqual([["far.example", 1, 0]]);
  });

  test("a person whom the old list named by address alone keeps what it said", async () => {
    await write("old first", async (on) => {
      await savePeople(on, [nameless(CY, { old: { moved: "cy@else.example" } })]);
      const { old: __, ...named } = person("cy@mk.example", { uri: CY, in: [NEW] });
      await savePeople(on, [named]);
      return joinSamePeople(on);
    });
    const people = (await peopleOf(store(), "old first", ["mk.example"])).get("mk.example");
    expect(people).toEqual([
      { ...NOBODY, acct: "cy@mk.example", server: "mk.example", uri: CY, old: { moved: "cy@else.example" }, in: [NEW] },
    ]);
    expect(await counts("old first", "mk.example")).toEqual([["mk.example", 1, 0]]);
  });
});
