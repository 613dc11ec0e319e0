import { expect, test } from "vitest";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { facts, judged, later, leased, NEW, person, T0, verdict } from "#testing/store/rows.ts";
import { overStores } from "#testing/store/stores.ts";
import { endRun, patchCheck, readCheck, requeue } from "./checks.ts";
import { readTowards } from "./find-servers.ts";
import { peopleOf, readPeople, savePeople } from "./people/people.ts";
import {
  type AskedServer,
  claimServers,
  markSlow,
  readServer,
  readServers,
  releaseServers,
  saveAsked,
  saveJudged,
  setServerState,
  staleAll,
  staleServers,
} from "./servers.ts";
import { type Lease, underLease, type Writing } from "./write.ts";

const asked = (host: string, more: Partial<AskedServer> = {}): AskedServer => ({
  ...{ facts: facts(host), state: "done", requests: 5, at: T0 },
  ...more,
});

overStores((store) => {
  const write = <T>(lease: Lease, body: (on: Writing) => Promise<T>) => underLease(store(), lease, T0, body);
  const three = async (id: string) => {
    const lease = await leased(store(), id);
    const people = ["a@one.example", "b@two.example", "c@two.example", "d@three.example"].map((acct) => person(acct));
    await write(lease, (on) => savePeople(on, people));
    return lease;
  };

  test("servers with most missing people are asked first, each once", async () => {
    const lease = await three("order");
    expect(await write(lease, (on) => claimServers(on, 2))).toEqual(["two.example", "one.example"]);
    expect(await write(lease, (on) => claimServers(on, 2))).toEqual(["three.example"]);
    await write(lease, (on) => setServerState(on, ["one.example"], "todo"));
    expect(await write(lease, (on) => claimServers(on, 2))).toEqual(["one.example"]);
  });

  test("a server where only newcomers are is not asked", async () => {
    const lease = await leased(store(), "newcomers");
    await write(lease, (on) => savePeople(on, [{ acct: "e@far.example", server: "far.example", in: [NEW] }]));
    expect(await write(lease, (on) => claimServers(on, 9))).toEqual([]);
    expect(await staleServers(store(), "newcomers", 9)).toEqual([]);
  });

  test("a server whose people have all turned up is not asked, and let go where it was being asked", async () => {
    const lease = await three("complete");
    expect(await write(lease, (on) => claimServers(on, 2))).toEqual(["two.example", "one.example"]);
    const here = ["a@one.example", "b@two.example", "d@three.example"].map((acct) => person(acct, { in: [NEW] }));
    await write(lease, (on) => savePeople(on, here));
    expect(await write(lease, (on) => claimServers(on, 9))).toEqual([]);
    expect(await write(lease, (on) => releaseServers(on))).toEqual(["one.example"]);
    expect(await staleServers(store(), "complete", 9, "complete")).toEqual(["one.example", "three.example"]);
    await write(lease, (on) => savePeople(on, [person("f@one.example")]));
    expect(await write(lease, (on) => claimServers(on, 9))).toEqual(["one.example"]);
  });

  test("a server is slow while it is asked, until it has answered", async () => {
    const lease = await three("slow");
    await write(lease, (on) => claimServers(on, 2));
    await write(lease, (on) => markSlow(on, ["two.example", "one.example", "three.example"]));
    await write(lease, (on) => saveAsked(on, asked("one.example")));
    const rows = await readServers(store(), "slow", ["one.example", "two.example", "three.example"]);
    expect(rows.filter(({ slow }) => slow).map(({ host }) => host)).toEqual(["two.example"]);
  });

  test("many servers are written as one, and requests add up", async () => {
    const lease = await three("many");
    const hosts = ["one.example", "two.example", "unseen.example"];
    await write(lease, (on) => saveAsked(on, asked("one.example")));
    await write(lease, (on) =>
      saveAsked(on, [...hosts.map((host) => asked(host)), asked("two.example", { requests: 6 })]),
    );
    const rows = await readServers(store(), "many", [...hosts, "never.example"]);
    const told = rows.map(({ host, asked: sum, known, askedAt }) => [host, sum, known, askedAt?.getTime()]);
    expect(told.sort()).toEqual([
      ["one.example", 10, 1, T0.getTime()],
      ["two.example", 6, 2, T0.getTime()],
      ["unseen.example", 5, 0, T0.getTime()],
    ]);
  });

  test("many verdicts are written as one; what is still out of date is told", async () => {
    const lease = await three("judged");
    expect(await staleServers(store(), "judged", 9)).toEqual(["two.example", "one.example", "three.example"]);
    const verdicts = [
      judged("one.example", [verdict("a@one.example")]),
      judged("two.example", [verdict("b@two.example")]),
    ];
    await write(lease, (on) => saveJudged(on, verdicts, NEW));
    expect(await staleServers(store(), "judged", 9)).toEqual(["three.example"]);
    expect(await readServer(store(), "judged", "two.example")).toMatchObject({
      reach: "blocked",
      verdict: { host: "two.example", known: 1 },
    });
    expect((await readServer(store(), "judged", "two.example"))?.verdict).not.toHaveProperty("followers");
    const inShort = verdicts.map(({ host, towards }) => ({ host, towards }));
    expect(await readTowards(store(), "judged")).toEqual(expect.arrayContaining(inShort));
    expect(await readTowards(store(), "judged")).toHaveLength(2);
    await write(lease, (on) => savePeople(on, [person("a@one.example", { in: [NEW] })]));
    expect(await staleServers(store(), "judged", 9)).toEqual(["three.example", "one.example"]);
    await write(lease, (on) => staleAll(on));
    expect(await staleServers(store(), "judged", 9)).toHaveLength(3);
  });

  test("a verdict that did not change leaves the person's revision alone", async () => {
    const lease = await three("unchanged");
    const save = (cause: string) =>
      write(lease, (on) => saveJudged(on, judged("one.example", [verdict("a@one.example", { cause })]), NEW));
    const revs: (number | undefined)[] = [];
    for (const cause of ["server-gone", "server-gone", "ghost"]) {
      await save(cause);
      revs.push((await readPeople(store(), "unchanged", ["a@one.example"]))[0]?.rev);
    }
    expect(revs).toEqual([2, 2, 4]);
  });

  test("people of many servers, and people by address", async () => {
    const lease = await three("read");
    const both = await peopleOf(store(), lease.checkId, ["one.example", "two.example", "never.example"]);
    expect([...both].map(([host, there]) => [host, there.map(({ acct }) => acct)]).sort()).toEqual([
      ["one.example", ["a@one.example"]],
      ["two.example", ["b@two.example", "c@two.example"]],
    ]);
    const accts = ["c@two.example", "nobody@two.example", "\0"];
    expect((await readPeople(store(), lease.checkId, accts)).map(({ acct }) => acct)).toEqual(["c@two.example"]);
    expect(await readPeople(store(), lease.checkId, [])).toEqual([]);
  });

  test("evidence comes back as it was given", async () => {
    const lease = await three("evidence");
    const given: ServerFacts = {
      ...facts("one.example"),
      life: { known: false, gap: "unreachable", source: { kind: "network", at: T0.toISOString(), status: 502 } },
      onOld: {
        view: {
          known: true,
          value: { accts: ["12", "null", "[1]"] },
          source: { kind: "told", at: "x" },
          complete: true,
        },
      },
    };
    await write(lease, (on) => saveAsked(on, asked("one.example", { facts: given })));
    expect((await readServer(store(), "evidence", "one.example"))?.facts).toEqual(given);
  });

  test("a run ends only if nothing came in that it has not read", async () => {
    const lease = await leased(store(), "ending");
    const read = (await readCheck(store(), "ending"))?.inputRev ?? -1;
    await write(lease, (on) => patchCheck(on, { state: "waiting", resumesAt: later(60_000) }));
    await write(lease, (on) => requeue(on, { input: { movedAt: "2026-11-01" } }));
    expect(await write(lease, (on) => endRun(on, read, { state: "done" }))).toBe(false);
    const row = await readCheck(store(), "ending");
    expect(row).toMatchObject({ state: "queued", resumesAt: null, input: { movedAt: "2026-11-01" } });
    expect(await write(lease, (on) => endRun(on, row?.inputRev ?? -1, { state: "done" }))).toBe(true);
    expect(await readCheck(store(), "ending")).toMatchObject({ state: "done" });
  });
});
