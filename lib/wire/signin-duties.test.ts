import { expect, it, vi } from "vitest";
import { log } from "#lib/log.ts";
import { checkedMove, comeBack, type Made, signInTo, untilEnded } from "#testing/signin/sign-in.ts";
import { visitorOf } from "#testing/signin/visitor.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";
import type { SoftwareName } from "#world/software/names.ts";
import { deskOf } from "#world/software/oauth/desk.ts";

/** On a machine that may be full. */
const PATIENCE_MS = 120_000;

const homeOn = (software: SoftwareName, waiting = 3): Scenario => ({
  name: `duties on ${software}`,
  about: "What holds whatever somebody signs in on.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test", locked: true },
  newIsBusy: false,
  servers: { "new.test": { software, limits: "iso" } },
  followers: { "far.test": Array.from({ length: waiting }, (_, n) => `f${n}`) },
});

const checked = (house: TestApp) => checkedMove(house, "@alice@new.test");

async function setOut({ app }: TestApp, { id, key }: Made) {
  const begun = await app.signIns.begin(id, key, { use: "new" });
  if (begun === null || begun === "off") throw new Error(String(begun));
  return begun;
}
const asked = ({ world }: TestApp, method: string, path: RegExp) =>
  world.requests.filter((one) => one.host === "new.test" && one.method === method && path.test(one.path));

it.each<SoftwareName>(["mastodon", "pleroma"])(
  "on %s nobody sets out without a challenge, a state of its own and a way back of that server",
  async (software) => {
    const house = await openTestApp(homeOn(software));
    const check = await checked(house);
    const ways = [await setOut(house, check), await setOut(house, check)];
    const queries = ways.map((begun) => (begun.ok ? new URL(begun.url).searchParams : new URLSearchParams()));
    for (const query of queries) {
      expect(query.get("response_type")).toBe("code");
      expect(query.get("code_challenge_method")).toBe("S256");
      expect(query.get("code_challenge")).toMatch(/^[\w-]{43}$/);
      expect(query.get("state")).toMatch(/^[\w-]{43}$/);
      expect(query.get("redirect_uri")).toMatch(/\/signin\/back\/new\.test$/);
    }
    for (const name of ["state", "code_challenge"])
      expect(new Set(queries.map((query) => query.get(name))).size).toBe(2);
    // One app for both.
    expect(asked(house, "POST", /^\/api\/v1\/apps$/)).toHaveLength(1);
    await house.close();
  },
);

it("makes a forgotten app anew before anybody is sent away, and says when a server makes no more of them", async () => {
  const house = await openTestApp(homeOn("mastodon"));
  const check = await checked(house);
  const { apps } = deskOf(house.world.state);
  // Of the five in ten minutes one is left to others.
  for (let made = 1; made <= 4; made++) {
    expect(await setOut(house, check)).toMatchObject({ ok: true });
    expect(asked(house, "POST", /^\/api\/v1\/apps$/)).toHaveLength(made);
    // The server clears its apps away.
    apps.clear();
  }
  const begun = await setOut(house, check);
  expect(begun).toMatchObject({ ok: false, why: "busy", until: expect.any(String) });
  await house.close();
});

it("makes its app anew where it may ask for more by now than when it was made", async () => {
  const house = await openTestApp(homeOn("mastodon"));
  const check = await checked(house);
  const server = house.world.state.servers.get("new.test");
  const scopes: (string | null)[] = [];
  // The first version that lists its rights is the first that knows `profile`.
  for (const version of ["4.2.27", "4.6.5", "4.6.5"]) {
    Object.assign(server ?? {}, { version });
    const begun = await setOut(house, check);
    scopes.push(begun.ok ? new URL(begun.url).searchParams.get("scope") : begun.why);
  }
  const full = "profile read:accounts read:follows";
  expect(scopes).toEqual(["read:accounts read:follows", full, full]);
  expect(asked(house, "POST", /^\/api\/v1\/apps$/).map(({ status }) => status)).toEqual([422, 200, 200]);
  await house.close();
});

it("is given back when a plan that keeps it is cancelled", async () => {
  const house = await openTestApp({ ...homeOn("mastodon"), script: [] });
  const { app, world } = house;
  const made = await app.checks.create({ mode: "planned", old: "@alice@old.test", candidates: ["new.test"] });
  if (!made.ok) throw new Error("not made");
  const { id, key } = made.created;
  await untilEnded(app, id);
  await signInTo(house, { id, key }, { side: "old", user: "alice", ticks: ["keep"] });
  await untilEnded(app, id);
  const alive = () => [...deskOf(world.state).tokens.values()].filter(({ account, revoked }) => account && !revoked);
  expect(alive()).toHaveLength(1);
  await app.checks.cancel(id, key);
  expect(alive()).toEqual([]);
  await house.close();
});

const WINDOW_MS = 900_000;

it(
  "reads a long public list on with the account once strangers have used up their window",
  async () => {
    // From the beginning of a window, so that none ends while the test runs.
    const ahead = WINDOW_MS - (Date.now() % WINDOW_MS);
    const now = () => Date.now() + ahead;
    const long: Scenario = {
      ...homeOn("mastodon", 900),
      target: { at: "alice@new.test" },
      servers: { "new.test": { limits: "iso", window: 12 } },
    };
    const house = await openTestApp(long, { clock: { now }, now: () => new Date(now()) });
    const { app } = house;
    const made = await app.checks.create({ mode: "moved", old: "@alice@old.test", new: "@alice@new.test" });
    if (!made.ok) throw new Error("not made");
    const { id, key } = made.created;
    for await (const _ of app.watch(id, 0, AbortSignal.timeout(60_000)))
      if ((await app.checks.state(id, key))?.state === "waiting") break;
    const counted = async () => (await app.checks.report(id, key, { followers: "none" }))?.counts.newList ?? 0;
    expect(await counted()).toBeLessThan(900);
    await signInTo(house, { id, key }, { side: "new", user: "alice" });
    await untilEnded(app, id);
    expect(await counted()).toBe(900);
    expect((await app.checks.state(id, key))?.signIns?.at(-1)?.asked.list).toBeGreaterThan(0);
    await house.close();
  },
  PATIENCE_MS,
);

it(
  "asks nothing more with a permission that was given back in the midst of a run, though the server cannot end it",
  async () => {
    const pages = 8;
    const house = await openTestApp(homeOn("sharkey", pages * 100));
    const { app, world } = house;
    const check = await checked(house);
    const read = () => asked(house, "POST", /requests\/list$/).length;
    await signInTo(house, check, { side: "new", user: "alice" });
    while (read() === 0) await new Promise(setImmediate);
    expect(await app.signIns.leave(check.id, check.key)).toBe(true);
    const readByThen = read();
    expect(readByThen).toBeLessThan(pages);
    await untilEnded(app, check.id);
    // One may have been on its way.
    expect(read()).toBeLessThanOrEqual(readByThen + 1);
    expect([...deskOf(world.state).tokens.values()].filter(({ account, revoked }) => account && !revoked)).toHaveLength(
      1,
    );
    expect((await app.checks.state(check.id, check.key))?.state).toBe("done");
    await house.close();
  },
  PATIENCE_MS,
);

it(
  "writes no token, code, secret or verifier into the log, whatever goes wrong",
  async () => {
    const lines: unknown[] = [];
    const spies = (["info", "warn", "error"] as const).map((level) =>
      vi.spyOn(log, level).mockImplementation((...given: unknown[]) => void lines.push(given)),
    );
    const house = await openTestApp(homeOn("mastodon"));
    const { app, world } = house;
    const check = await checked(house);
    const secrets: string[] = [];
    for (const spoil of [null, "code", "iss", "refused"] as const) {
      const begun = await setOut(house, check);
      if (!begun.ok) throw new Error(begun.why);
      const arrived = await visitorOf(world).go(begun.url, "alice");
      if (!("back" in arrived)) throw new Error(arrived.page);
      secrets.push(...arrived.back.searchParams.values(), begun.cookie.value);
      if (spoil === "code") arrived.back.searchParams.set("code", "a-code-of-somebody-else");
      if (spoil === "iss") arrived.back.searchParams.set("iss", "https://thief.test/");
      if (spoil === "refused") deskOf(world.state).apps.clear();
      const came = await comeBack(app, arrived, begun.cookie);
      expect(came.end).toBe(spoil === null ? "in" : "refused");
      await untilEnded(app, check.id);
    }
    const desk = deskOf(world.state);
    secrets.push(...[...desk.tokens.values()].flatMap(({ text, app: ours }) => [text, ours?.secret ?? text]));
    await house.close();
    const written = JSON.stringify(lines, (_, value) => (value instanceof Error ? `${value.stack}` : value));
    // The end of a check is written down, so that something was looked at.
    expect(lines.length).toBeGreaterThan(0);
    expect(secrets.filter((secret) => secret.length > 8 && written.includes(secret))).toEqual([]);
    for (const spy of spies) spy.mockRestore();
  },
  PATIENCE_MS,
);
