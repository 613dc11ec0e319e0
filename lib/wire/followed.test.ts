import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { readFollowedServers } from "#testing/wire/followed.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import { whomYouFollow } from "#world/scenarios/whom-you-follow.ts";
import { shutsOut } from "#world/software/matching.ts";

const CANDIDATES = whomYouFollow.candidates ?? [];
let house: TestApp;
/** The hour of a recheck comes when a test says so. */
let now = Date.now();
let id: string;
let key: string;
let before: Report;
let after: Report;
let cost: { readonly plan: number; readonly more: number };

const settled = async (): Promise<Report> => {
  for await (const event of house.app.watch(id, 0, AbortSignal.timeout(150_000))) void event;
  const report = await house.app.checks.report(id, key, { followers: "inline" });
  if (!report) throw new Error("the report is not there");
  return report;
};
const asked = (from = 0, to?: number) => house.world.requests.slice(from, to);
const followed = () => readFollowedServers(house.app, id, key);
const give = (following: { handles?: string[] } | null) => house.app.checks.give(id, key, { following });

beforeAll(async () => {
  house = await openTestApp(whomYouFollow, { now: () => new Date(now) });
  const { old } = whomYouFollow;
  const made = await house.app.checks.create({ mode: "planned", old: old.at, candidates: [...CANDIDATES] });
  if (!made.ok) throw new Error("the check was not made");
  ({ id, key } = made.created);
  before = await settled();
  const plan = asked().length;
  expect(await give({})).toEqual({ ok: true });
  after = await settled();
  cost = { plan, more: asked().length - plan };
}, 180_000);
afterAll(() => house.close());

async function read(parts: AsyncIterable<string>): Promise<string> {
  let all = "";
  for await (const part of parts) all += part;
  return all;
}

/** What the world itself would let happen, whatever its servers show of it. */
function worldLets(candidate: string, host: string): boolean {
  const { servers } = house.world.state;
  const [from, to] = [servers.get(candidate), servers.get(host)];
  if (!from || !to) throw new Error(`${candidate} or ${host} is not in this world`);
  if (from === to) return true;
  return to.fault !== "gone" && !shutsOut(from, to) && !shutsOut(to, from);
}

describe("whom one could follow from the candidates", () => {
  it("is asked for where the owner wants it, and of nobody before", () => {
    expect(before.following).toBeUndefined();
    expect(before.candidates?.every(({ following }) => following === undefined)).toBe(true);
    const hosts = new Set(asked(0, cost.plan).map(({ host }) => host));
    expect([...hosts]).not.toContain("isle.test");
    expect(asked(0, cost.plan).filter(({ path }) => path.includes("/following"))).toEqual([]);
  });

  it("adds up to everybody, and leaves the numbers of followers as they were", () => {
    const { follows = [] } = whomYouFollow.old;
    expect(after.following).toMatchObject({ total: follows.length, from: "public", state: "read" });
    for (const { following } of after.candidates ?? []) {
      const { can = 0, limited = 0, cannot = 0, unknown = 0 } = following ?? {};
      expect(can + limited + cannot + unknown).toBe(follows.length);
    }
    const numbers = ({ candidates }: Report) =>
      candidates?.map(({ server, clear, waits, cannot, unknown }) => [server, clear, waits, cannot, unknown]);
    expect(numbers(after)).toEqual(numbers(before));
    const sums = ({ counts: { parts: _, ...counts } }: Report) => counts;
    expect(sums(after)).toEqual(sums(before));
    expect(after.servers.map(({ host }) => host)).toEqual(before.servers.map(({ host }) => host));
  });

  it("says nobody can who cannot, and counts nobody out who can", async () => {
    const { servers } = await followed();
    for (const candidate of CANDIDATES)
      for (const { host, at } of servers) {
        const kind = at[candidate]?.kind;
        if (kind === "cannot") expect([candidate, host, worldLets(candidate, host)]).toEqual([candidate, host, false]);
        if (kind === "can" || kind === "limited")
          expect([candidate, host, worldLets(candidate, host)]).toEqual([candidate, host, true]);
      }
  });

  it("has a reason for each", async () => {
    const { servers, unlisted } = await followed();
    const kinds = Object.fromEntries(
      servers.map(({ host, at }) => [
        host,
        CANDIDATES.map((key) => [at[key]?.kind, ...(at[key]?.why ?? [])].join(" ")),
      ]),
    );
    expect(kinds).toEqual({
      "near.test": ["can", "can"],
      "far.test": ["cannot they-block", "can"],
      "wall.test": ["can", "cannot new-blocks"],
      "hush.test": ["unknown they-hide", "unknown they-hide"],
      "calm.test": ["can", "can"],
      "isle.test": ["limited they-limit", "can"],
      "slow.test": ["can", "limited new-limits"],
      "mk.test": ["can", "unknown they-hide"],
      "met.test": ["can", "cannot they-block"],
      "gone.test": ["cannot gone", "cannot gone"],
    });
    expect(unlisted).toBe(1);
  });

  it("asks a server that has been asked already only what is left, and each within its budget", () => {
    const paths = (host: string, from: number, to?: number) =>
      asked(from, to).flatMap((one) => (one.host === host ? [one.path] : []));
    const planned = [...new Set(asked(0, cost.plan).map(({ host }) => host))];
    expect(planned.sort()).toEqual(["calm.test", "far.test", "loud.test", "near.test", "old.test"]);
    for (const host of planned) {
      const [first, second] = [paths(host, 0, cost.plan), paths(host, cost.plan)];
      expect(second.filter((path) => first.includes(path))).toEqual([]);
      // Of the mover's own server its list of those whom he follows is left, of the others nothing.
      expect(second.length).toBe(host === "old.test" ? 1 : 0);
    }
    const byHost = Map.groupBy(asked(cost.plan), ({ host }) => host);
    expect(byHost.size).toBeGreaterThan(5);
    for (const [host, requests] of byHost) expect([host, requests.length <= 10]).toEqual([host, true]);
  });

  it("is a file with one row a person, who stands in no other file", async () => {
    const csv = await house.app.checks.followingCsv(id, key);
    if (csv === null || csv === "needs-proof") throw new Error("there is no file");
    const lines = (await read(csv)).trim().split("\r\n");
    expect(lines[0]).toBe("Account address,server,calm.test,calm.test why,loud.test,loud.test why");
    expect(lines).toContain("fay@far.test,far.test,cannot,they-block,can,");
    expect(lines).toHaveLength(1 + (whomYouFollow.old.follows?.length ?? 0) - 1);
    const snapshot = await house.app.checks.snapshot(id, key, "csv");
    if (snapshot === null || snapshot === "needs-proof") throw new Error("there is no snapshot");
    expect(await read(snapshot)).not.toContain("fay@far.test");
  });

  it("is for the owner's key alone", async () => {
    expect(await house.app.checks.following(id, "another key")).toBeNull();
    expect(await house.app.checks.followingCsv(id, null)).toBeNull();
  });
});

describe("a list of those whom one follows that is handed in", () => {
  it("takes the place of the one before", async () => {
    expect(await give({ handles: ["Account address", "fay@far.test", "nora@near.test"] })).toEqual({ ok: true });
    const { following, candidates } = await settled();
    expect(following).toEqual({ total: 2, servers: 2, from: "file", state: "read" });
    expect(candidates?.[0]?.following).toEqual({ can: 1, limited: 0, cannot: 1, unknown: 0 });
    expect((await followed()).servers.map(({ host }) => host)).toEqual(["far.test", "near.test"]);
  });

  it("is refused where it names nobody", async () => {
    expect(await give({ handles: ["nobody at all"] })).toEqual({
      ok: false,
      fields: { "following.handles": "no-list" },
    });
  });

  it("is read again with the check, and what a server says then is what counts", async () => {
    await give({});
    await settled();
    const from = asked().length;
    house.world.happen({ do: "block", at: "isle.test", domain: "loud.test", severity: "suspend" });
    now += 3_600_000;
    expect(await house.app.checks.recheck(id, key)).toBe("again");
    const { following } = await settled();
    expect(following).toMatchObject({ total: whomYouFollow.old.follows?.length, state: "read" });
    const at = (await followed()).servers.find(({ host }) => host === "isle.test")?.at["loud.test"];
    expect(at).toMatchObject({ kind: "cannot", why: ["they-block"] });
    expect(asked(from).some(({ path }) => path.includes("/following"))).toBe(true);
  });

  it("takes the place of another one although a run is at work with that", async () => {
    await give({});
    await give({ handles: ["fay@far.test"] });
    expect((await settled()).following).toEqual({ total: 1, servers: 1, from: "file", state: "read" });
    expect((await followed()).servers.map(({ people }) => people)).toEqual([["fay@far.test"]]);
  });

  it("comes by itself", async () => {
    const more = { following: {}, movedAt: "2026-01-01" };
    expect(await house.app.checks.give(id, key, more)).toEqual({ ok: false, fields: { following: "alone" } });
  });

  it("is forgotten as soon as its owner wants that", async () => {
    expect(await give(null)).toEqual({ ok: true });
    const report = await settled();
    expect(report.following).toBeUndefined();
    expect(await followed()).toEqual({ servers: [], unlisted: 0 });
    expect(report.followers?.some(({ youFollow }) => youFollow)).toBe(false);
  });

  it("is forgotten with the move, and asked for by no check of a move", async () => {
    await give({ handles: ["fay@far.test", "nora@near.test"] });
    const { candidates, following } = await settled();
    const numbers = candidates?.find(({ server }) => server === "calm.test")?.following;
    expect(await house.app.checks.give(id, key, { new: "alice@calm.test" })).toEqual({ ok: true });
    const report = await settled();
    expect(report.mode).toBe("moved");
    expect(report.following).toBeUndefined();
    expect(report.followedThen).toEqual({ total: following?.total, ...numbers });
    expect(report.followedThen?.total).toBe(2);
    expect(report.followers?.some(({ youFollow }) => youFollow)).toBe(false);
    expect(await give({})).toEqual({ ok: false, has: "target" });
  });
});
