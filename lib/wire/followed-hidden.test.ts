import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { signInTo } from "#testing/signin/sign-in.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { whomYouFollow } from "#world/scenarios/whom-you-follow.ts";

type Opened = { readonly id: string; readonly key: string };

async function settled({ app }: TestApp, { id, key }: Opened): Promise<Report> {
  for await (const event of app.watch(id, 0, AbortSignal.timeout(150_000))) void event;
  const report = await app.checks.report(id, key, { followers: "none" });
  if (!report) throw new Error("the report is not there");
  return report;
}

async function plan(house: TestApp, { old, candidates = [] }: Scenario): Promise<Opened> {
  const made = await house.app.checks.create({ mode: "planned", old: old.at, candidates: [...candidates] });
  if (!made.ok) throw new Error("the check was not made");
  await settled(house, made.created);
  return made.created;
}

describe("a hidden list of those whom one follows", () => {
  const hidden: Scenario = { ...whomYouFollow, old: { ...whomYouFollow.old, hidesLists: true } };
  let house: TestApp;
  let check: Opened;
  beforeAll(async () => {
    house = await openTestApp(hidden);
    check = await plan(house, hidden);
    await house.app.checks.give(check.id, check.key, { following: {} });
  }, 180_000);
  afterAll(() => house.close());

  it("is said to be hidden, and nobody is counted", async () => {
    const { following } = await settled(house, check);
    expect(following).toEqual({ total: 0, servers: 0, from: "public", state: "unread", gap: "hidden-by-server" });
  });

  it("is read with the old account once its owner has signed in, as a list that nobody else is shown", async () => {
    const { came } = await signInTo(house, check, { side: "old", user: "alice" });
    expect(came).toMatchObject({ end: "in", use: "old" });
    const { following, candidates } = await settled(house, check);
    const total = hidden.old.follows?.length;
    expect(following).toMatchObject({ total, from: "signed-in", state: "read" });
    expect(candidates?.[0]?.following?.cannot).toBeGreaterThan(0);
  });
});

describe("a hidden list of those whom one follows, behind a window that is used up", () => {
  const WINDOW_MS = 900_000;
  /** From the beginning of a window, so that none ends by itself while the test runs. */
  let ahead = WINDOW_MS - (Date.now() % WINDOW_MS);
  const now = () => Date.now() + ahead;
  const follows = Array.from({ length: 1_300 }, (_, n) => `f${n}@far.test`);
  /** Seventeen pages, and the server lets twelve through a window. */
  const scenario: Scenario = {
    name: "a used-up window",
    about: "The list is long for a small window, and only its owner is shown it.",
    old: { at: "alice@old.test", follows, hidesLists: true },
    target: { at: "alice@calm.test" },
    candidates: ["calm.test"],
    servers: { "old.test": { limits: "iso", window: 12 }, "calm.test": { list: "public" } },
    followers: { "far.test": ["fo"] },
    others: { "far.test": follows.map((acct) => acct.split("@")[0] ?? "") },
    script: [],
  };

  it("is waited for and read to its end", { timeout: 180_000 }, async () => {
    const house = await openTestApp(scenario, { now: () => new Date(now()), clock: { now } });
    try {
      const check = await plan(house, scenario);
      await house.app.checks.give(check.id, check.key, { following: {} });
      await signInTo(house, check, { side: "old", user: "alice" });
      let waits = 0;
      for await (const _ of house.app.watch(check.id, 0, AbortSignal.timeout(120_000))) {
        const state = await house.app.checks.state(check.id, check.key);
        if (state?.state !== "waiting" || !state.resumesAt) continue;
        waits += 1;
        ahead += Math.max(0, Date.parse(state.resumesAt) - now()) + 1;
        await house.app.tidy();
      }
      const { following } = await settled(house, check);
      expect(following).toMatchObject({ total: follows.length, from: "signed-in", state: "read" });
      expect(waits).toBeGreaterThan(0);
    } finally {
      await house.close();
    }
  });
});

describe("what it costs", () => {
  const names = Array.from({ length: 40 }, (_, n) => `s${n}.test`);
  const candidates = ["c0.test", "c1.test", "c2.test", "c3.test", "c4.test"];
  const scenario: Scenario = {
    name: "many followed",
    about: "Half of the servers have followers too; some keep their lists to themselves.",
    old: { at: "alice@old.test", follows: names.map((host) => `fi@${host}`) },
    target: { at: "alice@c0.test" },
    servers: {
      ...Object.fromEntries(candidates.map((host) => [host, { list: "public" }] as const)),
      ...Object.fromEntries(names.map((host, n) => [host, { list: n % 3 === 0 ? "public" : "hidden" }] as const)),
    },
    followers: Object.fromEntries(names.slice(0, 20).map((host) => [host, ["fo"]])),
    others: Object.fromEntries(names.map((host) => [host, ["fi"]])),
    script: [],
  };
  const costOf = async (count: number): Promise<{ readonly plan: number; readonly more: number }> => {
    const asked = { ...scenario, candidates: candidates.slice(0, count) };
    const house = await openTestApp(asked);
    try {
      const check = await plan(house, asked);
      const before = house.world.requests.length;
      await house.app.checks.give(check.id, check.key, { following: {} });
      await settled(house, check);
      return { plan: before, more: house.world.requests.length - before };
    } finally {
      await house.close();
    }
  };

  it("is hardly more for five candidates than for one, and little for a server with followers", {
    timeout: 180_000,
  }, async () => {
    const [one, five] = [await costOf(1), await costOf(5)];
    expect(five.plan + five.more).toBeLessThanOrEqual(1.3 * (one.plan + one.more));
    expect(five.more).toBeLessThanOrEqual(1.3 * one.more);
    expect(five.more).toBeLessThanOrEqual(20 * 6 + 20 * 2 + 10);
  });
});
