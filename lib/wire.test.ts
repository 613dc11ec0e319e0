import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCheck } from "#lib/store/check/checks.ts";
import { openStore } from "#lib/store/open/open-store.ts";
import { newCheck } from "#testing/store/rows.ts";
import { freshDatabase } from "#testing/store/template.ts";
import { openTestApp } from "#testing/wire/test-app.ts";
import { startWorld, type World } from "#world/start.ts";
import { openWayIn, type WayIn } from "#world/way-in.ts";
import { hashKey } from "./check/owner/keys.ts";
import { readConfig } from "./config.ts";
import type { NewCheck } from "./contract/check-input.ts";
import { Report } from "./contract/report.ts";
import { type App, type CheckEvent, openApp } from "./wire.ts";

let [world, app, wayIn]: [World, App, WayIn] = [] as never;

beforeAll(async () => {
  world = await startWorld("three-servers");
  wayIn = openWayIn(world);
  const dataDir = join(wayIn.folder, "data");
  await freshDatabase(dataDir);
  app = await openApp(readConfig({ ...wayIn.env, DATA_DIR: dataDir, LIMITS: "off", METRICS: "9464" }));
});
afterAll(async () => {
  await app.close();
  await world.stop();
  wayIn.close();
});

async function ended(id: string): Promise<void> {
  for await (const event of app.watch(id, 0, new AbortController().signal)) {
    if (event !== "quiet" && event.event === "state" && event.data.state === "failed") throw new Error("failed");
  }
}

async function check(input: NewCheck) {
  const made = await app.checks.create(input);
  if (!made.ok) throw new Error(JSON.stringify(made.fields));
  const { id, key } = made.created;
  await ended(id);
  const report = await app.checks.report(id, key, { followers: "inline" });
  if (!report) throw new Error("no report");
  return { id, key, report };
}

const verdicts = ({ followers }: Report) =>
  followers?.map(({ acct, cause, certainty }) => `${acct} ${cause} ${certainty}`);
const truly = () =>
  world.truth.followers.filter(({ position }) => position !== "here").map(({ acct, cause }) => [acct, cause]);

describe("a check through a world of three servers", () => {
  it("says of everybody on the old list what really happened", async () => {
    const { report } = await check({ mode: "moved", old: "@alice@old.test" });
    expect(Report.parse(report)).toEqual(report);
    expect(report.move).toMatchObject({ state: "done" });
    expect(report.counts).toMatchObject({ missing: 5, newList: 6, before: null, missingIs: "at-least" });
    expect(report.followers?.map(({ acct, cause }) => [acct, cause]).sort()).toEqual(truly().sort());
  });

  it("names them in one order, page by page and all at once: who is gone comes last", async () => {
    const { id, key, report } = await check({ mode: "moved", old: "@alice@old.test" });
    const pages = await app.checks.followers(id, key, { sort: "you-follow", limit: 50 });
    const all = report.followers?.map(({ acct }) => acct);
    expect(all).toEqual(pages?.items.map(({ acct }) => acct));
    expect(all?.at(-1)).toBe("gus@gone.test");
  });

  it("tells the operator how it goes, and names nobody", async () => {
    const text = (await app.metrics?.()) ?? "";
    expect(text).toMatch(/^housewarming_checks\{state="done"\} [1-9]/m);
    expect(text).toMatch(/^housewarming_asked_total\{answer="2xx"\} [1-9]/m);
    expect(text).toMatch(/^housewarming_missing\{cause="[a-z-]+",certainty="[a-z]+"\} [1-9]/m);
    expect(text).toMatch(/^process_resident_memory_bytes [1-9]/m);
    expect(text).not.toMatch(/\.test|@/);
  });

  it("tells the operator what cannot be read while PUBLIC_URL leads nowhere", async () => {
    const { html } = await app.operatorPage();
    expect(html).toContain("which is not https");
    expect(html).toContain("Nothing is signed.");
    expect(html).toMatch(/<td>done<\/td><td>[1-9]/);
    expect(html).not.toMatch(/\.test\b|@/);
  });

  it("says the same when everything is remembered", async () => {
    const cold = await check({ mode: "moved", old: "@alice@old.test" });
    const asked = world.requests.length;
    const warm = await check({ mode: "moved", old: "@alice@old.test", new: "alice@new.test" });
    expect(verdicts(warm.report)).toEqual(verdicts(cold.report));
    const again = world.requests.slice(asked).filter(({ path }) => /nodeinfo|domain_blocks|robots|peers$/.test(path));
    expect(again).toEqual([]);
  });

  it("is nobody's business without the key", async () => {
    const { id, key } = await check({ mode: "moved", old: "@alice@old.test" });
    expect(await app.checks.state(id, "wrong")).toBeNull();
    expect(await app.checks.report("unknown", key, { followers: "none" })).toBeNull();
    expect(await app.checks.remove(id, "wrong")).toBeNull();
    expect(await app.checks.remove(id, key)).toBe(true);
    expect(await app.checks.state(id, key)).toBeNull();
  });
});

describe("whose check it is", () => {
  const failed = async (input: NewCheck) => {
    const made = await app.checks.create(input);
    if (!made.ok) throw new Error("not made");
    for await (const event of app.watch(made.created.id, 0, AbortSignal.timeout(10_000))) void event;
    const { id, key } = made.created;
    return {
      state: await app.checks.state(id, key),
      report: await app.checks.report(id, key, { followers: "inline" }),
    };
  };

  it("names nobody where neither account confirms the other", async () => {
    const { report } = await check({ mode: "moved", old: "@alice@old.test", new: "nele@near.test" });
    expect(report.move).toMatchObject({ state: "elsewhere" });
    expect(report.followers).toEqual([]);
    expect(report.servers).toEqual([]);
  });

  it("names no server either while it runs", async () => {
    const made = await app.checks.create({ mode: "moved", old: "@alice@old.test", new: "nele@near.test" });
    if (!made.ok) throw new Error("not made");
    const events: (CheckEvent | "quiet")[] = [];
    for await (const event of app.watch(made.created.id, 0, AbortSignal.timeout(20_000))) events.push(event);
    expect(events.filter((event) => event !== "quiet" && event.event === "servers")).toEqual([]);
    expect(JSON.stringify(events)).not.toMatch(/far\.test|wall\.test|gone\.test/);
  });

  it("sends how many a server lists and never who", async () => {
    const made = await app.checks.create({ mode: "moved", old: "@alice@old.test" });
    if (!made.ok) throw new Error("not made");
    const { id, key } = made.created;
    const events: (CheckEvent | "quiet")[] = [];
    for await (const event of app.watch(id, 0, AbortSignal.timeout(20_000))) events.push(event);
    const report = await app.checks.report(id, key, { followers: "none" });
    for (const sent of [JSON.stringify(events), JSON.stringify(report?.servers)]) {
      expect(sent).toContain('"onOld.view"');
      expect(sent).not.toContain('"accts"');
    }
  });

  it("is shown by the check's link in the new profile, which finds the way back", async () => {
    const { id } = await check({ mode: "moved", old: "@alice@old.test" });
    expect(await app.checks.profile(id)).toBe("https://new.test/@alice");
    expect(await app.checks.profile("unknown")).toBeNull();
  });

  it("says that an account is not known", async () => {
    expect((await failed({ mode: "moved", old: "@nobody@old.test" })).state).toMatchObject({
      state: "failed",
      failure: "old-not-found",
    });
  });

  it("leaves alone who asks tools to keep away, unless the account is proven", async () => {
    world.happen({ do: "describe", who: "alice@new.test", about: { note: "I paint. #nobot" } });
    const refused = await failed({ mode: "moved", old: "@alice@old.test" });
    world.happen({ do: "describe", who: "alice@new.test", about: { note: "" } });
    expect(refused.state).toMatchObject({ state: "failed", failure: "opted-out", proof: { link: expect.any(String) } });
    expect(refused.report?.followers).toEqual([]);
  });

  it("leaves the old account alone too, unless it is proven or points to the new one that is", async () => {
    const note = (who: string, text: string) => world.happen({ do: "describe", who, about: { note: text } });
    note("alice@old.test", "#nobot");
    const made = await app.checks.create({ mode: "moved", old: "@alice@old.test", new: "nele@near.test" });
    if (!made.ok) throw new Error("not made");
    const { id, key } = made.created;
    const end = async () => {
      for await (const event of app.watch(id, 0, AbortSignal.timeout(10_000))) void event;
      return app.checks.state(id, key);
    };
    const link = (await end())?.proof.link ?? "";
    note("nele@near.test", link);
    expect(await app.checks.recheck(id, key)).toBe("again");
    expect(await end()).toMatchObject({
      ...{ state: "failed", failure: "opted-out" },
      proof: { state: "proven", account: "alice@old.test" },
    });
    note("alice@old.test", `#nobot ${link}`);
    expect(await app.checks.recheck(id, key)).toBe("again");
    expect(await end()).toMatchObject({ state: "done" });
    for (const who of ["alice@old.test", "nele@near.test"]) note(who, "");
  });
});

describe("what the mover knows", () => {
  const untold = { server: "near.test", onNew: "blocked" } as const;

  it("is taken after the check too, and never shown as certain", async () => {
    const { id, key } = await check({
      mode: "moved",
      old: "@alice@old.test",
      before: { handles: ["nobody@near.test"] },
    });
    expect(await app.checks.give(id, key, { told: [untold] })).toEqual({ ok: true });
    await ended(id);
    const report = await app.checks.report(id, key, { followers: "inline" });
    const told = report?.followers?.find(({ acct }) => acct === "nobody@near.test");
    expect(told?.cause).not.toBe("new-server-blocked");
    expect(report?.servers.find(({ host }) => host === "near.test")?.facts).toContainEqual(
      expect.objectContaining({ fact: "onTarget.told", source: expect.objectContaining({ kind: "told" }) }),
    );
  });

  it("names people from before who are on neither list", async () => {
    const handles = ["nils@near.test", "gone@near.test", "not an address"];
    const { report } = await check({ mode: "moved", old: "@alice@old.test", before: { handles, kind: "snapshot" } });
    expect(report.counts).toMatchObject({ before: 2, beforeIs: "snapshot", missing: 6, missingIs: "exact" });
    expect(report.counts.parts).toMatchObject({ onOld: 5, onNeither: 1, snapshotHere: 1, snapshotMissing: 1 });
    expect(report.followers?.find(({ acct }) => acct === "nils@near.test")).toMatchObject({ cause: "here" });
    expect(report.followers?.find(({ acct }) => acct === "gone@near.test")).toMatchObject({ position: "neither" });
  });

  it("may be a block list that an admin handed out", async () => {
    const lists = [{ server: "near.test", text: "domain,severity\nnew.test,suspend" }];
    const before = { handles: ["gone@near.test"] };
    const { report } = await check({ mode: "moved", old: "@alice@old.test", lists, before });
    const facts = report.servers.find(({ host }) => host === "near.test")?.facts;
    expect(facts?.find(({ fact }) => fact === "onTarget.list")).toMatchObject({ source: { kind: "file" } });
  });

  it("turns a plan into the move it was for, with its list as the snapshot", async () => {
    const plan = await check({ mode: "planned", old: "@alice@old.test", candidates: ["new.test", "near.test"] });
    const [toNew, toNear] = plan.report.candidates ?? [];
    expect(Report.parse(plan.report)).toEqual(plan.report);
    expect(toNew).toMatchObject({
      server: "new.test",
      cannot: 5,
      byCause: { "new-server-blocked": 2, "old-server-blocked": 2, "server-gone": 1 },
    });
    expect(toNear?.byCause).not.toHaveProperty("new-server-blocked");
    expect(plan.report.lostWhatever?.byCause).toMatchObject({ "server-gone": 1 });
    expect(await app.checks.give(plan.id, plan.key, { new: "alice@new.test" })).toEqual({ ok: true });
    await ended(plan.id);
    const report = await app.checks.report(plan.id, plan.key, { followers: "none" });
    expect(report).toMatchObject({ mode: "moved", new: { acct: "alice@new.test" } });
    expect(report?.counts).toMatchObject({ beforeIs: "snapshot", before: 5 });
  });
});

it("is removed by the owner of either account, and by nobody else; its page for followers is gone at once", async () => {
  const { id, key } = await check({ mode: "moved", old: "@alice@old.test" });
  const shared = await app.shares.create(id, { days: 30 });
  if (!shared?.ok) throw new Error("no page");
  expect(await app.shares.publicView(shared.token)).not.toBeNull();
  const wanted = app.removals.word("@alice@new.test");
  expect(await app.removals.remove("@alice@new.test")).toEqual({ ok: false, missing: "word" });
  expect(await app.shares.publicView(shared.token)).not.toBeNull();
  world.happen({ do: "describe", who: "alice@new.test", about: { note: wanted.ok ? wanted.word : "" } });
  expect(await app.removals.remove("@alice@new.test")).toMatchObject({ ok: true });
  expect(await app.shares.publicView(shared.token)).toBeNull();
  expect(await app.checks.state(id, key)).toBeNull();
});

it("takes the page for followers with it when its check is deleted", async () => {
  const { id, key } = await check({ mode: "moved", old: "@alice@old.test" });
  const shared = await app.shares.create(id, { days: 30 });
  if (!shared?.ok) throw new Error("no page");
  expect(await app.shares.publicView(shared.token)).not.toBeNull();
  await app.checks.remove(id, key);
  expect(await app.shares.publicView(shared.token)).toBeNull();
});

it("forgets at its start what expired while it was off", { timeout: 60_000 }, async () => {
  const dataDir = join(wayIn.folder, "off");
  await freshDatabase(dataDir);
  const place = { kind: "embedded", dataDir } as const;
  const store = await openStore(place);
  const [createdAt, keyHash] = [new Date(), hashKey("key")];
  for (const [id, ms] of [
    ["expired", -1_000],
    ["staying", 60_000],
  ] as const)
    await createCheck(store, newCheck(id, { keyHash, createdAt, expiresAt: new Date(Date.now() + ms) }));
  await store.close();
  const late = await openApp(readConfig({ ...wayIn.env, LIMITS: "off" }), { place });
  await expect.poll(() => late.checks.state("expired", "key"), { timeout: 20_000 }).toBeNull();
  expect(await late.checks.state("staying", "key")).not.toBeNull();
  await late.close();
});

it("says after a second check who arrived and which server changed its mind, and never who left", async () => {
  let ahead = 0;
  const house = await openTestApp("three-servers", { now: () => new Date(Date.now() + ahead) });
  const { app: later, world: own } = house;
  const made = await later.checks.create({ mode: "moved", old: "@alice@old.test" });
  if (!made.ok) throw new Error("not made");
  const { id, key } = made.created;
  const end = async () => {
    for await (const event of later.watch(id, 0, AbortSignal.timeout(20_000))) void event;
  };
  await end();
  expect(await later.checks.state(id, key)).not.toHaveProperty("changes");
  expect(await later.checks.recheck(id, key)).toBe("too-early");
  await later.checks.mark(id, key, "fiona@far.test", "asked");

  own.happen({ do: "follow-new", who: "fred@far.test" });
  own.happen({ do: "unblock", at: "wall.test", domain: "new.test" });
  for (const who of ["olga@old.test", "otto@old.test", "nils@near.test"]) own.happen({ do: "unfollow-new", who });
  ahead = 11 * 60_000;
  expect(await later.checks.recheck(id, key)).toBe("again");
  await end();
  const state = await later.checks.state(id, key);
  expect(state?.changes).toMatchObject({ arrived: ["fred@far.test"], servers: ["wall.test"], net: -2 });
  expect(state?.history.map(({ newList }) => newList)).toEqual([6, 4]);
  const page = await later.checks.followers(id, key, { sort: "acct", limit: 50, server: "far.test" });
  expect(page?.items.map(({ acct, mark }) => [acct, mark])).toEqual([
    ["fiona@far.test", "asked"],
    ["fred@far.test", undefined],
  ]);
  await house.close();
});

it("asks for proof where strangers could come, and takes the link in the profile for it", async () => {
  const env = { ...wayIn.env, PROOF: "required", PUBLIC_URL: "https://house.example" };
  const dataDir = join(wayIn.folder, "strict");
  await freshDatabase(dataDir);
  const strict = await openApp(readConfig(env), { place: { kind: "embedded", dataDir } });
  const made = await strict.checks.create({ mode: "moved", old: "@alice@old.test" });
  if (!made.ok) throw new Error("not made");
  const { id, key } = made.created;
  for await (const event of strict.watch(id, 0, AbortSignal.timeout(20_000))) void event;
  expect((await strict.checks.state(id, key))?.proof).toMatchObject({ state: "missing", account: "alice@new.test" });
  expect(await strict.checks.exportCsv(id, key)).toBe("needs-proof");
  world.happen({ do: "describe", who: "alice@new.test", about: { note: `moved: https://house.example/check/${id}` } });
  expect(await strict.checks.recheck(id, key)).toBe("again");
  expect((await strict.checks.state(id, key))?.proof.state).toBe("proven");
  expect(await strict.checks.exportCsv(id, key)).not.toBe("needs-proof");
  await strict.close();
});
