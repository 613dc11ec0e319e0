import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "#lib/config.ts";
import { type App, openApp } from "#lib/wire.ts";
import { comeBack, signInTo } from "#testing/signin/sign-in.ts";
import { visitorOf } from "#testing/signin/visitor.ts";
import { startChild } from "#testing/store/process.ts";
import { freshDatabase } from "#testing/store/template.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { startWorld, type World } from "#world/start.ts";
import { openWayIn, type WayIn } from "#world/way-in.ts";

/** More than a window lets through, in prove more than two do. */
const WAITING = process.env.PROVE ? 700 : 300;
const SERVERS = 10;
const PATIENCE_MS = 240_000;

/** A locked account, so that everybody who came along waits. Its server keeps Mastodon's limits. */
const LOCKED: Scenario = {
  name: "hundreds wait",
  about: "The new account approves followers by hand, and nobody has pressed anything yet.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test", locked: true },
  newIsBusy: false,
  servers: { "new.test": { limits: "iso", window: 300 } },
  followers: Object.fromEntries(
    Array.from({ length: SERVERS }, (_, at) => [
      `f${at}.test`,
      Array.from({ length: WAITING / SERVERS }, (_, n) => `p${n}`),
    ]),
  ),
  others: { "f0.test": ["stranger"] },
};

const WINDOW_MS = 900_000;
/** From the beginning of a window, so that none ends by itself while the test runs. */
let ahead = WINDOW_MS - (Date.now() % WINDOW_MS);
const now = () => Date.now() + ahead;

let world: World;
let wayIn: WayIn;
let dataDir: string;
beforeAll(async () => {
  world = await startWorld(LOCKED, { clock: { now } });
  wayIn = openWayIn(world);
  dataDir = join(wayIn.folder, "data");
  await freshDatabase(dataDir);
});
afterAll(async () => {
  await world.stop();
  wayIn.close();
});

const configured = (change: object = {}) => ({ ...readConfig({ ...wayIn.env, LIMITS: "off" }), ...change });
const open = (change: object = {}): Promise<App> =>
  openApp(configured(change), { place: { kind: "embedded", dataDir }, now: () => new Date(now()) });

type Check = { readonly id: string; readonly key: string };
const stateOf = async (app: App, { id, key }: Check) => {
  const state = await app.checks.state(id, key);
  if (!state) throw new Error("no such check");
  return state;
};

/** Up to its end; where it waits for a limit, the clock goes on to that moment. */
async function untilDone(app: App, check: Check): Promise<number> {
  let waits = 0;
  for await (const _ of app.watch(check.id, 0, AbortSignal.timeout(PATIENCE_MS))) {
    const { state, resumesAt } = await stateOf(app, check);
    if (state === "failed") throw new Error("it failed");
    if (state !== "waiting" || !resumesAt) continue;
    waits += 1;
    ahead += Math.max(0, Date.parse(resumesAt) - now()) + 1;
    await app.tidy();
  }
  expect((await stateOf(app, check)).state).toBe("done");
  return waits;
}

const atNew = (what: string) => world.state.people.filter((who) => who.atNew === what && who !== world.state.old);
/** How often each of them was said yes to, by the answers that the new server gave. */
function yeses(): Map<string, number> {
  const said = world.requests.filter(({ path, status }) => path.endsWith("/authorize") && status === 200);
  return new Map([...Map.groupBy(said, ({ path }) => path)].map(([path, all]) => [path, all.length]));
}

it(
  "lets hundreds in across the server's windows and a kill, nobody twice and nobody else",
  async () => {
    const first = await open();
    const handles = world.truth.followers.map(({ acct }) => acct);
    const before = { kind: "snapshot" as const, handles };
    const made = await first.checks.create({ mode: "moved", old: "@alice@old.test", before });
    if (!made.ok) throw new Error("not made");
    const check = made.created;
    await untilDone(first, check);
    expect((await first.signIns.waiting(check.id, check.key, ""))?.total).toBe(0);
    expect(await first.signIns.beginLetIn(check.id, check.key)).toBe("nobody");
    await signInTo({ app: first, world }, check, { side: "new", user: "alice" });
    await untilDone(first, check);

    // By name, whatever the count says that stops at forty.
    const seen = await first.signIns.waiting(check.id, check.key, "");
    expect(seen).toMatchObject({ total: WAITING, all: WAITING });
    const rest = await first.signIns.waiting(check.id, check.key, seen?.next ?? "");
    const named = [...(seen?.people ?? []), ...(rest?.people ?? [])].map(({ acct }) => acct);
    expect(new Set(named).size).toBe(WAITING);
    await first.close();

    // Somebody asks after the names were shown, and somebody takes it back.
    for (const who of world.state.people.filter(({ user }) => user === "stranger")) who.atNew = "requested";
    const [gone] = atNew("requested").filter(({ user }) => user === `p${WAITING / SERVERS - 1}`);
    if (gone) gone.atNew = "no";

    const asked = await open({ worker: "off" });
    const begun = await asked.signIns.beginLetIn(check.id, check.key);
    if (begun === null || begun === "off" || begun === "nobody" || !begun.ok) throw new Error(JSON.stringify(begun));
    expect(new URL(begun.url).searchParams.get("scope")).toBe("profile read:follows write:follows");
    const arrived = await visitorOf(world).go(begun.url, "alice");
    if (!("back" in arrived)) throw new Error(arrived.page);
    expect(await comeBack(asked, arrived, begun.cookie)).toMatchObject({ end: "in", use: "let-in" });
    expect(yeses().size).toBe(0);
    expect(await asked.signIns.beginLetIn(check.id, check.key)).toEqual({ ok: false, why: "at-work" });
    await asked.close();

    // The pages of requests and what they say are up to eleven commits; it dies a good hundred people later.
    const child = startChild("../signin/app-child.ts", [
      JSON.stringify(configured({ crashAt: "letting-in:140" })),
      dataDir,
      String(ahead),
    ]);
    await new Promise((resolve) => child.process.once("exit", resolve));
    expect(child.process.signalCode).toBe("SIGKILL");
    const letInByThen = yeses().size;
    expect(letInByThen).toBeGreaterThan(100);
    expect(letInByThen).toBeLessThan(140);

    const last = await open();
    expect(await untilDone(last, check)).toBeGreaterThanOrEqual(process.env.PROVE ? 2 : 1);
    // The permission is given back once it is done.
    await expect.poll(async () => (await stateOf(last, check)).signIns?.at(-1)?.droppedAt).toBeDefined();
    const row = (await stateOf(last, check)).signIns?.at(-1);
    expect(row).toMatchObject({ revoked: true, letIn: { wanted: WAITING, end: "done" } });
    expect((row?.letIn?.in ?? 0) + (row?.letIn?.gone ?? 0)).toBe(WAITING);
    // The one who took it back, and at most the one whose yes was on its way when the process died.
    expect(row?.letIn?.gone).toBeLessThanOrEqual(2);
    expect(atNew("yes")).toHaveLength(WAITING - 1);
    expect(atNew("requested").map(({ user }) => user)).toEqual(["stranger"]);
    expect(yeses().size).toBe(WAITING - 1);
    expect([...yeses().values()].every((times) => times === 1)).toBe(true);
    expect(world.requests.filter(({ status }) => status === 429)).toEqual([]);
    const after = await last.checks.report(check.id, check.key, { followers: "none" });
    expect(after?.counts.byCause.here).toBeGreaterThanOrEqual(WAITING - 2);
    expect(after?.counts.byCause["waiting-for-approval"] ?? 0).toBe(0);
    expect((await last.signIns.waiting(check.id, check.key, ""))?.total).toBe(0);
    await last.close();
  },
  PATIENCE_MS,
);
