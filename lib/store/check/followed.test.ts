import { expect, test } from "vitest";
import type { Person } from "#lib/domain/evidence/person.ts";
import { facts, leased, NEW, person, T0 } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { findServers } from "./find-servers.ts";
import { followedAt, followedHosts, forgetFollowed, someFollowedAt } from "./followed.ts";
import { countUnmatched, namelessAround } from "./people/names.ts";
import { peopleAfter, readPerson, savePeople } from "./people/people.ts";
import { readServer, saveAsked, staleServers } from "./servers.ts";
import { underLease, type Writing } from "./write.ts";

const followed = (acct: string): Person => ({
  ...{ acct, server: acct.slice(acct.lastIndexOf("@") + 1), in: [], youFollow: true },
});

overStores((store) => {
  const ground = async (id: string) => {
    const lease = await leased(store(), id);
    const write = <T>(body: (on: Writing) => Promise<T>) => underLease(store(), lease, T0, body);
    await write((on) => savePeople(on, [person("bo@far.example"), person("cy@near.example")]));
    const all = ["bo@far.example", "di@far.example", "ed@isle.example"].map(followed);
    await write((on) => savePeople(on, all));
    return write;
  };

  test("who is followed and no follower is neither known nor missing, and a follower stays one", async () => {
    await ground("followed");
    expect((await peopleAfter(store(), "followed", "", 9)).map(({ acct }) => acct)).toEqual([
      "bo@far.example",
      "cy@near.example",
    ]);
    expect(await readPerson(store(), "followed", "bo@far.example")).toMatchObject({ known: true, youFollow: true });
    expect(await readPerson(store(), "followed", "ed@isle.example")).toMatchObject({ known: false, missing: false });
    expect((await findServers(store(), "followed", { limit: 9 })).items.map(({ host }) => host)).toEqual([
      "far.example",
      "near.example",
    ]);
  });

  test("their servers stand with most of them first", async () => {
    await ground("hosts");
    const hosts = await followedHosts(store(), "hosts", 9);
    expect(hosts.map(({ host, people }) => [host, people])).toEqual([
      ["far.example", 2],
      ["isle.example", 1],
    ]);
    expect(await followedHosts(store(), "hosts", 1)).toHaveLength(1);
    expect(Object.fromEntries(await followedAt(store(), "hosts", ["far.example", "near.example"]))).toEqual({
      "far.example": ["bo@far.example", "di@far.example"],
    });
    expect(await someFollowedAt(store(), "hosts", "far.example", 1)).toHaveLength(1);
  });

  test("a server that they alone have is judged once it was asked, and not before", async () => {
    const write = await ground("judged");
    expect(await staleServers(store(), "judged", 9)).toEqual(["far.example", "near.example"]);
    await write((on) => saveAsked(on, { facts: facts("isle.example"), state: "done", requests: 4, at: T0 }));
    expect(await staleServers(store(), "judged", 9)).toContain("isle.example");
  });

  test("an address without a name is none of the people whose names are looked for", async () => {
    const write = await ground("nameless");
    const uri = "https://far.example/users/7";
    await write((on) => savePeople(on, [{ acct: uri, uri, server: "far.example", in: [], youFollow: true }]));
    expect(await namelessAround(store(), "nameless", "far.example")).toEqual([]);
    expect(await write(countUnmatched)).toBe(0);
    await write((on) => savePeople(on, [{ acct: uri, uri, server: "far.example", in: [NEW] }]));
    expect(await namelessAround(store(), "nameless", "far.example")).toEqual([uri]);
  });

  test("the list is forgotten whole, and the followers in it stay", async () => {
    const write = await ground("forgotten");
    await write(forgetFollowed);
    expect(await followedHosts(store(), "forgotten", 9)).toEqual([]);
    expect(await readPerson(store(), "forgotten", "di@far.example")).toBeUndefined();
    expect(await readPerson(store(), "forgotten", "bo@far.example")).toMatchObject({ known: true, youFollow: false });
    expect(await readServer(store(), "forgotten", "isle.example")).toBeUndefined();
    expect(await readServer(store(), "forgotten", "far.example")).toMatchObject({ known: 1, missing: 1 });
  });
});
