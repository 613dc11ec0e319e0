import { describe, expect, it } from "vitest";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { testMemory } from "#testing/memory.ts";
import { check, NOW, person, TARGET } from "#testing/sample.ts";
import type { CheckDeps } from "../state/deps.ts";
import type { Visit } from "./ask/visit.ts";
import { probeServer } from "./probe-server.ts";
import { noteSlow } from "./slow-before.ts";

const BO = person("bo");
const HERE = { ...BO, in: [TARGET] };
const HOST = "https://far.example";
const LINK = { rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: `${HOST}/nodeinfo/2.0` };

/** A server of this software, and how far the lists are while it is asked. */
function visit(
  software: string,
  version: string,
  people: readonly Person[],
  statuses: Readonly<Record<string, number>> = {},
  around: readonly string[] = [],
  memory = testMemory(() => new Date(NOW)),
) {
  const asked: string[] = [];
  const read = Promise.withResolvers<void>();
  const rested = Promise.withResolvers<void>();
  let lists: ReturnType<Visit["lists"]> = "going-on";
  let now = people;
  const document = { version: "2.0", software: { name: software, version }, protocols: ["activitypub"] };
  const bodies: Readonly<Record<string, unknown>> = {
    [`${HOST}/.well-known/nodeinfo`]: { links: [LINK] },
    [LINK.href]: document,
    [`${HOST}/api/v1/accounts/lookup?acct=alice%40old.example`]: {
      ...{ id: "7", acct: "alice@old.example", moved: { id: "8", acct: "alice@new.example" } },
    },
    [`${HOST}/.well-known/webfinger?resource=acct%3Aada%40far.example`]: {
      ...{ subject: "acct:ada@far.example", links: [{ rel: "self", href: `${HOST}/users/ada` }] },
    },
    [`${HOST}/api/v1/accounts/lookup?acct=bo`]: { id: "9", acct: "bo", suspended: true },
  };
  const gate: Gate = {
    async ask({ url }) {
      asked.push(url.slice(HOST.length));
      const status = statuses[url.slice(HOST.length)] ?? (bodies[url] ? 200 : 404);
      const body = JSON.stringify(status === 200 ? bodies[url] : { error: "Record not found" });
      return {
        ok: true,
        status,
        url,
        headers: {},
        at: NOW,
        body,
      };
    },
  };
  const deps = { gate, memory, now: () => new Date(NOW) } as unknown as CheckDeps;
  const moversServers = { old: { about: async () => ({}) }, targets: {} };
  const over = new AbortController();
  const probed = probeServer(deps, check, moversServers, {
    host: "far.example",
    people: async () => now,
    arrived: async () => ({}),
    lists: () => lists,
    listsRead: () => {
      rested.resolve();
      return read.promise;
    },
    over: over.signal,
    silent: () => undefined,
    turn: async () => true,
    nameless: { around: async () => around, handles: async () => [], give: async () => undefined },
  });
  const end = (turnedUp: readonly Person[], how: typeof lists = "ended") => {
    [lists, now] = [how, turnedUp];
    read.resolve();
    return probed;
  };
  return { asked, rested: rested.promise, end };
}

const NODEINFO = ["/.well-known/nodeinfo", "/nodeinfo/2.0"];

describe("software that keeps the old follow", () => {
  it("is asked no more than what it is until the new list is read", async () => {
    const { asked, rested, end } = visit("misskey", "2024.10.1", [BO]);
    await rested;
    expect(asked).toEqual(NODEINFO);
    await end([HERE]);
    expect(asked).toEqual(NODEINFO);
  });

  it("is asked on meanwhile where it was slow the last time, and about single people only once the lists are read", async () => {
    const memory = testMemory(() => new Date(NOW));
    await visit("misskey", "2024.10.1", [BO], {}, [], memory).rested;
    await noteSlow({ memory }, "far.example", 9);
    const { asked, rested, end } = visit("misskey", "2024.10.1", [BO], {}, [], memory);
    await rested;
    const before = asked.length;
    expect(asked).toContain("/api/federation/show-instance");
    expect(asked).not.toContain("/api/users/show");
    await end([HERE]);
    expect(asked).toHaveLength(before);
  });

  it("is asked then about those who are missing still", async () => {
    const { asked, rested, end } = visit("misskey", "2024.10.1", [BO]);
    await rested;
    await end([BO]);
    expect(asked).toContain("/api/federation/show-instance");
  });
});

describe("one alone who is missing where the move was heard of", () => {
  const LOOK = ["/api/v1/accounts/lookup?acct=alice%40old.example"];
  const FINGER = "/.well-known/webfinger?resource=acct%3Abo%40far.example";
  const alone = "/api/v1/accounts/lookup?acct=bo";

  it("is asked for once the lists are read, and nothing more where he is gone", async () => {
    const { asked, rested, end } = visit("mastodon", "4.6.5", [BO]);
    await rested;
    expect(asked).toEqual([...NODEINFO, ...LOOK]);
    const { singles } = await end([BO]);
    expect(asked).toEqual([...NODEINFO, ...LOOK, FINGER, alone]);
    expect(singles.get(BO.acct)).toMatchObject({ known: true, value: { state: "closed" } });
  });

  it("is waited for while a server that was slow the last time is asked for both accounts at once", async () => {
    const memory = testMemory(() => new Date(NOW));
    await visit("mastodon", "4.6.5", [BO], {}, [], memory).rested;
    const usual = visit("mastodon", "4.6.5", [BO], {}, [], memory);
    await usual.rested;
    await noteSlow({ memory }, "far.example", 9);
    const slow = visit("mastodon", "4.6.5", [BO], {}, [], memory);
    await slow.rested;
    expect(usual.asked).toEqual(LOOK);
    expect(slow.asked).toEqual([...LOOK, "/api/v1/accounts/lookup?acct=alice%40new.example"]);
  });

  it("is asked for by his name alone where his server says that he deleted his account", async () => {
    const { asked, rested, end } = visit("mastodon", "4.6.5", [BO], { [FINGER]: 410 });
    await rested;
    const { singles } = await end([BO]);
    expect(asked).toEqual([...NODEINFO, ...LOOK, FINGER]);
    expect(singles.get(BO.acct)).toMatchObject({ known: true, value: { state: "deleted" } });
  });

  it("is not asked for where he turned up meanwhile", async () => {
    const { asked, rested, end } = visit("mastodon", "4.6.5", [BO]);
    await rested;
    await end([HERE]);
    expect(asked).toEqual([...NODEINFO, ...LOOK]);
  });

  it.each<[string, readonly Person[], "ended" | "paused"]>([
    ["was joined by another", [BO, person("eli")], "ended"],
    ["may be joined by another, for the list goes on another day", [BO], "paused"],
  ])("is one of a list that is read as a whole where he %s", async (_, people, how) => {
    const { asked, rested, end } = visit("mastodon", "4.6.5", [BO]);
    await rested;
    await end(people, how);
    expect(asked[3]).toBe("/api/v1/accounts/7/followers?limit=80");
  });
});

describe("a server that knows nobody it is asked about", () => {
  const unshown = { "/api/v1/accounts/lookup?acct=alice%40old.example": 404 };
  const at = (name: string) => `${HOST}/users/${name}`;
  const crowd = ["ada", "bo", "cyd", "dot", "eli"].map((name) => person(name, { uri: at(name) }));
  const byName = ["ada", "bo", "cyd", "dot", "eli"].map((name) => person(name));

  it.each<[string, readonly Person[], readonly string[]]>([
    ["both controls are asked for by every way there is", crowd, []],
    ["addresses that nobody has named are looked for at the end", byName, [at("1"), at("2"), at("3")]],
  ])("is sent ten requests at most where %s", async (_, people, around) => {
    const { asked, end } = visit("mastodon", "4.6.5", people, unshown, around);
    const { requests } = await end(people);
    // One of the ten is its robots.txt, which the gate fetches.
    expect(asked).toHaveLength(9);
    expect(requests).toBe(10);
  });
});
