import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkedMove, comeBack, signInTo, untilEnded } from "#testing/signin/sign-in.ts";
import { visitorOf } from "#testing/signin/visitor.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import { wholeFile } from "#testing/wire/whole-file.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { deskOf } from "#world/software/oauth/desk.ts";

const names = (count: number, name = "p") => Array.from({ length: count }, (_, n) => `${name}${n}`);

/** The new server suspends one server and shows it to nobody; its account is locked, and both lists are hidden. */
const SHUT: Scenario = {
  name: "signed in",
  about: "What only the owner of the new account can see.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test", locked: true, hidesLists: true },
  newIsBusy: false,
  servers: {
    "new.test": { blocks: { "shut.test": "suspend" }, peers: false },
    "open.test": {},
    "shut.test": {},
  },
  followers: { "open.test": names(5), "shut.test": names(3, "s"), "new.test": ["own"] },
};

/** A check with everybody who followed, at its end. */
describe("a token of the new account", () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await openTestApp(SHUT);
  });
  afterAll(() => house.close());

  it("names who waits, reads the hidden list, and tells whom the new server shuts out", async () => {
    const { app, world } = house;
    const { id, key } = await checkedMove(house);
    const before = await app.checks.report(id, key, { followers: "inline" });
    expect(before?.counts.byCause).toEqual({ unknown: 9 });
    const { came } = await signInTo(house, { id, key }, { side: "new", user: "alice" });
    expect(came).toMatchObject({ end: "in", use: "new", acct: "alice@new.test" });
    await untilEnded(app, id);
    const after = await app.checks.report(id, key, { followers: "inline" });
    expect(after?.counts.byCause).toEqual({ here: 1, "waiting-for-approval": 5, "blocked-by-new-server": 3 });
    const told = (server: string) => after?.followers?.find((one) => one.server === server);
    expect(told("open.test")).toMatchObject({ certainty: "proven", reach: "waits" });
    expect(told("shut.test")).toMatchObject({ certainty: "likely", reach: "blocked" });
    expect((await app.checks.state(id, key))?.proof.state).toBe("proven");

    // One of them takes the request back, and another one is let in: the next sign-in sees it.
    const [gone, letIn] = world.state.people.filter(({ atNew }) => atNew === "requested");
    if (gone && letIn) {
      gone.atNew = "no";
      world.happen({ do: "follow-new", who: `${letIn.user}@open.test` });
    }
    await signInTo(house, { id, key }, { side: "new", user: "alice" });
    await untilEnded(app, id);
    const again = await app.checks.report(id, key, { followers: "inline" });
    expect(again?.followers?.find(({ acct }) => acct === `${gone?.user}@open.test`)?.cause).not.toBe(
      "waiting-for-approval",
    );
    expect(again?.counts.byCause).toMatchObject({ "waiting-for-approval": 3 });
  });
});

it("looks up one person where a server has no name as a whole, and a name that nobody has where that server may be the one that refuses", async () => {
  const house = await openTestApp({
    ...SHUT,
    target: { at: "alice@new.test" },
    servers: {
      "new.test": { blocks: { "mk.test": "suspend", "gts.test": "suspend" }, peers: false },
      "mk.test": { software: "misskey" },
      "gts.test": { software: "gotosocial" },
      "shy.test": { software: "gotosocial", blocks: { "new.test": "suspend" } },
    },
    followers: { "mk.test": names(2), "gts.test": names(2), "shy.test": names(2) },
  });
  const { app, world } = house;
  const { id, key } = await checkedMove(house);
  await signInTo(house, { id, key }, { side: "new", user: "alice" });
  await untilEnded(app, id);
  const report = await app.checks.report(id, key, { followers: "inline" });
  const told = report?.followers?.map(({ server, cause, certainty }) => [server, cause, certainty]);
  expect(told?.filter(([server]) => server === "mk.test")).toEqual(
    names(2).map(() => ["mk.test", "blocked-by-new-server", "likely"]),
  );
  expect(told?.filter(([server]) => server === "gts.test")).toEqual(
    names(2).map(() => ["gts.test", "blocked-by-new-server", "likely"]),
  );
  // That one refuses the new server, which looks for names there all the same.
  expect(told?.filter(([server]) => server === "shy.test")).toEqual(names(2).map(() => ["shy.test", "unknown", null]));
  const looked = world.requests.filter(({ host, path }) => host === "new.test" && path.includes("no-such-name"));
  expect(looked.map(({ path, status }) => [new URL(path, "https://new.test").searchParams.get("q"), status])).toEqual(
    expect.arrayContaining([
      ["nobody@no-such-name.invalid", 503],
      ["nobody@no-such-name.gts.test", 200],
      ["nobody@no-such-name.shy.test", 503],
    ]),
  );
  expect(looked).toHaveLength(3);
  await house.close();
});

it("asks again at the next sign-in about a server that was out of reach at the last one", async () => {
  const house = await openTestApp({ ...SHUT, target: { at: "alice@new.test" } });
  const { app, world } = house;
  const { id, key } = await checkedMove(house);
  const causes = async () => {
    const report = await app.checks.report(id, key, { followers: "inline" });
    return new Set(report?.followers?.filter(({ server }) => server === "shut.test").map(({ cause }) => cause));
  };
  world.fault("shut.test", "bad-gateway");
  await signInTo(house, { id, key }, { side: "new", user: "alice" });
  await untilEnded(app, id);
  expect(await causes()).toEqual(new Set(["unknown"]));
  world.fault("shut.test", undefined);
  await signInTo(house, { id, key }, { side: "new", user: "alice" });
  await untilEnded(app, id);
  expect(await causes()).toEqual(new Set(["blocked-by-new-server"]));
  await house.close();
});

/** Three servers that give their people to nobody who does not sign; two of them shut the new server out. */
const CLOSED: Scenario = {
  name: "behind signatures",
  about: "Only a question of the new server itself shows who refuses it.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  newIsBusy: false,
  servers: {
    "wary.test": { secure: true, blocks: { "new.test": "suspend" } },
    "fine.test": { secure: true, peers: false, mishap: "given-up" },
    "plain.test": { blocks: { "new.test": "suspend" } },
  },
  followers: { "wary.test": names(3), "fine.test": names(3), "plain.test": names(3) },
};

it("tells who refuses the new server by looking one person up, where its owner has ticked that, and only there", async () => {
  const house = await openTestApp(CLOSED);
  const { app, world } = house;
  const made = await app.checks.create({ mode: "moved", old: "@alice@old.test" });
  if (!made.ok) throw new Error("not made");
  const { id, key } = made.created;
  await untilEnded(app, id);
  const causes = async () =>
    (await app.checks.report(id, key, { followers: "inline" }))?.followers?.map(({ server, cause }) => [server, cause]);
  const lookedUp = () =>
    world.requests.filter(({ host, path }) => host === "new.test" && path.startsWith("/api/v2/search"));
  const before = await causes();
  expect(before).not.toContainEqual(["wary.test", "new-server-blocked"]);
  await signInTo(house, { id, key }, { side: "new", user: "alice" });
  await untilEnded(app, id);
  expect(lookedUp()).toEqual([]);
  await signInTo(house, { id, key }, { side: "new", user: "alice", ticks: ["people"] });
  await untilEnded(app, id);
  const after = await causes();
  expect(after?.filter(([, cause]) => cause === "new-server-blocked")).toEqual(
    names(3).map(() => ["wary.test", "new-server-blocked"]),
  );
  // Of the plain one it would say nothing, and so it is not asked.
  expect(lookedUp().map(({ path }) => new URL(path, "https://new.test").searchParams.get("q"))).toEqual([
    expect.stringMatching(/^https:\/\/(fine|wary)\.test/),
    expect.stringMatching(/^https:\/\/(fine|wary)\.test/),
  ]);
  expect((await app.checks.state(id, key))?.signIns?.at(-1)).toMatchObject({ asked: { people: 2 } });
  await house.close();
});

it("tells the owner of the own blocks and of cuts where that is ticked, and keeps nothing about anybody else", async () => {
  const house = await openTestApp({
    ...SHUT,
    target: {
      ...SHUT.target,
      blocks: ["open.test", "elsewhere.test", "s1@shut.test", "own@new.test", "stranger@open.test"],
      cuts: [{ type: "domain_block", of: "shut.test", followers: 3, daysAgo: 2 }],
    },
    others: { "open.test": ["stranger"] },
  });
  const { app, world } = house;
  const { id, key } = await checkedMove(house);
  const own = async () => (await app.checks.state(id, key))?.signIns?.at(-1)?.own;
  await signInTo(house, { id, key }, { side: "new", user: "alice" });
  await untilEnded(app, id);
  expect(await own()).toBeUndefined();
  const asked = () =>
    world.requests.filter(
      ({ path }) => /\/(blocks|domain_blocks|notifications)\b/.test(path) && !path.includes("instance"),
    );
  expect(asked()).toEqual([]);
  await signInTo(house, { id, key }, { side: "new", user: "alice", ticks: ["blocks"] });
  await untilEnded(app, id);
  expect(await own()).toEqual({
    domains: ["open.test"],
    people: ["own@new.test", "s1@shut.test"],
    cuts: [{ of: "shut.test", by: "server", followers: 3, at: expect.any(String) }],
  });
  expect(asked()).toHaveLength(3);
  await house.close();
});

const BEFORE: Scenario = {
  name: "before a move, behind a hidden list",
  about: "Only the owner of the old account sees who follows it, before the move and after it.",
  old: { at: "alice@old.test", hidesLists: true },
  target: { at: "alice@new.test" },
  newIsBusy: false,
  servers: { "far.test": { list: "public", blocks: { "new.test": "suspend" } }, "near.test": {} },
  followers: { "near.test": names(2), "far.test": names(3, "f") },
  script: [],
};

it("keeps the old account's token through the move where its owner has ticked that, and gives it back after it", async () => {
  const house = await openTestApp(BEFORE);
  const { app, world } = house;
  const made = await app.checks.create({ mode: "planned", old: "@alice@old.test", candidates: ["new.test"] });
  if (!made.ok) throw new Error("not made");
  const { id, key } = made.created;
  const latest = async () => (await app.checks.state(id, key))?.signIns?.at(-1);
  const alive = () => liveTokens(house, "alice", "old.test").length;
  await untilEnded(app, id);
  expect((await app.signIns.offers(id, key))?.map(({ side, ticks }) => [side, ticks])).toEqual([["old", ["keep"]]]);

  // Without the tick it ends with the run.
  await signInTo(house, { id, key }, { side: "old", user: "alice" });
  await untilEnded(app, id);
  await expect.poll(alive).toBe(0);
  await signInTo(house, { id, key }, { side: "old", user: "alice", ticks: ["keep"] });
  await untilEnded(app, id);
  const kept = await latest();
  expect(kept?.droppedAt).toBeUndefined();
  expect(Date.parse(kept?.keptUntil ?? "") - Date.now()).toBeGreaterThan(29 * 86_400_000);
  expect(alive()).toBe(1);

  world.happen({ do: "move" });
  expect(await app.checks.give(id, key, { new: "@alice@new.test" })).toEqual({ ok: true });
  await untilEnded(app, id);
  await expect.poll(alive).toBe(0);
  await expect.poll(latest).toMatchObject({ revoked: true, keptUntil: kept?.keptUntil });
  // The account that moved is told "disabled" of itself, and its own list all the same.
  const report = await app.checks.report(id, key, { followers: "inline" });
  const onOld = report?.followers?.filter(({ position }) => position === "old-only").map(({ acct }) => acct);
  expect(onOld).toEqual(["f0@far.test", "f1@far.test", "f2@far.test"]);
  expect(report?.followers?.filter(({ cause }) => cause === "here")).toHaveLength(2);
  await house.close();
});

const PAIR: Scenario = {
  name: "two who check one account",
  about: "Servers to sign in on, and somebody else on one of them.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  servers: { "old.test": { software: "gotosocial" }, "mk.test": { software: "sharkey" } },
  followers: { "new.test": ["mallory"] },
};

describe("attacks", () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await openTestApp(PAIR);
  });
  afterAll(() => house.close());

  async function made(target = "@alice@new.test") {
    const check = await house.app.checks.create({ mode: "moved", old: "@alice@old.test", new: target });
    if (!check.ok) throw new Error("not made");
    await untilEnded(house.app, check.created.id);
    return check.created;
  }
  async function setOut(check: { id: string; key: string }, user = "alice") {
    const begun = await house.app.signIns.begin(check.id, check.key, { use: "new" });
    if (begun === null || begun === "off" || !begun.ok) throw new Error(JSON.stringify(begun));
    const arrived = await visitorOf(house.world).go(begun.url, user);
    if (!("back" in arrived)) throw new Error(arrived.page);
    return { ...begun, arrived };
  }
  /** As its owner is told. */
  const holds = async ({ id, key }: { id: string; key: string }) =>
    ((await house.app.checks.state(id, key))?.signIns ?? []).filter(({ droppedAt }) => !droppedAt).length;

  it("fixation: another browser does not come back with a state that it did not set out with", async () => {
    const check = await made();
    const { arrived, cookie } = await setOut(check);
    const other = { ...cookie, value: "somebody else's" };
    expect(await comeBack(house.app, arrived, other)).toEqual({ end: "unknown" });
    expect(await comeBack(house.app, arrived)).toEqual({ end: "unknown" });
    expect(await holds(check)).toBe(0);
  });

  it("replay: a way back is used once, and so is a code with a state of one's own", async () => {
    const check = await made();
    const { arrived, cookie } = await setOut(check);
    expect(await comeBack(house.app, arrived, cookie)).toMatchObject({ end: "in" });
    expect(await comeBack(house.app, arrived, cookie)).toEqual({ end: "unknown" });
    const second = await setOut(await made());
    const back = new URL(second.arrived.back);
    back.searchParams.set("code", arrived.back.searchParams.get("code") ?? "");
    expect(await comeBack(house.app, { back }, second.cookie)).toMatchObject({ end: "refused" });
  });

  it("mix-up: an answer at another server's path, or by another issuer, is none", async () => {
    const first = await setOut(await made());
    const elsewhere = new URL(first.arrived.back.href.replace("/new.test?", "/mk.test?"));
    expect(await comeBack(house.app, { back: elsewhere }, first.cookie)).toEqual({ end: "unknown" });
    const second = await setOut(await made());
    const issued = new URL(second.arrived.back);
    issued.searchParams.set("iss", "https://mk.test/");
    expect(await comeBack(house.app, { back: issued }, second.cookie)).toMatchObject({ end: "refused" });
  });

  it("somebody else's account proves nothing, and the token is given back at once", async () => {
    const check = await made();
    const { arrived, cookie } = await setOut(check, "mallory");
    expect(await comeBack(house.app, arrived, cookie)).toMatchObject({ end: "other-account" });
    expect(await holds(check)).toBe(0);
    expect(liveTokens(house, "mallory")).toEqual([]);
    expect((await house.app.checks.state(check.id, check.key))?.signIns).toBeUndefined();
  });

  it("a server that grants more than was asked for gets it back", async () => {
    const check = await made();
    const old = house.world.state.servers.get("old.test");
    const begun = await house.app.signIns.begin(check.id, check.key, { use: "old" });
    if (begun === null || begun === "off" || !begun.ok) throw new Error(JSON.stringify(begun));
    // It says 0.20 of itself and hands out what a 0.18 does.
    Object.assign(old ?? {}, { version: "0.18.3" });
    const arrived = await visitorOf(house.world).go(begun.url, "alice");
    const came = "back" in arrived ? await comeBack(house.app, arrived, begun.cookie) : arrived;
    Object.assign(old ?? {}, { version: "0.20.0" });
    expect(came).toMatchObject({ end: "granted-more" });
    expect(await holds(check)).toBe(0);
    expect(liveTokens(house, "alice", "old.test")).toEqual([]);
  });

  it("a token ends with its check, on its server too, but not while another check has the very same one", async () => {
    const [one, two] = [await made(), await made()];
    for (const check of [one, two]) {
      const { arrived, cookie } = await setOut(check);
      await comeBack(house.app, arrived, cookie);
    }
    expect(liveTokens(house, "alice").length).toBeLessThanOrEqual(1);
    await house.app.checks.remove(one.id, one.key);
    await house.app.checks.remove(two.id, two.key);
    expect([await holds(one), await holds(two)]).toEqual([0, 0]);
    expect(liveTokens(house, "alice")).toEqual([]);
  });

  it("no token stands in anything that leaves here", async () => {
    const check = await made();
    const { arrived, cookie } = await setOut(check);
    await comeBack(house.app, arrived, cookie);
    await untilEnded(house.app, check.id);
    const { checks } = house.app;
    const report = await checks.report(check.id, check.key, { followers: "inline" });
    const told = JSON.stringify([
      await checks.state(check.id, check.key),
      report,
      await wholeFile(await checks.exportJson(check.id, check.key)),
    ]);
    for (const { text, app } of deskOf(house.world.state).tokens.values()) {
      expect(told).not.toContain(text);
      expect(told).not.toContain(app?.secret ?? text);
    }
  });

  it("signs in on a Misskey whose metadata is not true, and takes no answer of another session", async () => {
    const moved = { ...PAIR, target: { at: "alice@mk.test" } };
    const other = await openTestApp(moved);
    const check = await other.app.checks.create({ mode: "moved", old: "@alice@old.test", new: "@alice@mk.test" });
    if (!check.ok) throw new Error("not made");
    await untilEnded(other.app, check.created.id);
    const { came } = await signInTo(other, check.created, { side: "new", user: "alice" });
    expect(came).toMatchObject({ end: "in", rights: ["read:account", "read:following"] });
    const begun = await other.app.signIns.begin(check.created.id, check.created.key, { use: "new" });
    if (begun === null || begun === "off" || !begun.ok) throw new Error("not begun");
    const arrived = await visitorOf(other.world).go(begun.url, "alice");
    if (!("back" in arrived)) throw new Error(arrived.page);
    arrived.back.searchParams.set("session", "00000000-0000-4000-8000-000000000000");
    expect(await comeBack(other.app, arrived, begun.cookie)).toMatchObject({ end: "denied" });
    await other.close();
  });
});

/** Of somebody, as the world's servers hold them. */
function liveTokens({ world }: TestApp, user: string, on = "new.test") {
  return [...deskOf(world.state).tokens.values()].filter(
    ({ account, revoked, server }) => account?.user === user && !revoked && server.host === on,
  );
}
