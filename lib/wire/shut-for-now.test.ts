import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";
import type { Scenario } from "#world/make/scenario.ts";

const NARROW: Scenario = {
  name: "narrow",
  about: "The old home lets few questions pass in a window, and says how long to wait.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  servers: { "old.test": { limits: "retry-after", window: 5 }, "far.test": { blocks: { "old.test": "suspend" } } },
  followers: { "far.test": Array.from({ length: 2_000 }, (_, n) => `f${n}`) },
};

const WINDOW_MS = 900_000;
/** To the beginning of a window, so that none ends while the test runs. */
const ahead = WINDOW_MS - (Date.now() % WINDOW_MS);
const now = () => Date.now() + ahead;

let house: TestApp;
beforeAll(async () => {
  house = await openTestApp(NARROW, { clock: { now }, now: () => new Date(now()) });
});
afterAll(() => house.close());

/** Until it waits or ends. */
async function check() {
  const { app } = house;
  const made = await app.checks.create({ mode: "moved", old: "@alice@old.test" });
  if (!made.ok) throw new Error("not made");
  const { id, key } = made.created;
  for await (const event of app.watch(id, 0, AbortSignal.timeout(20_000)))
    if (event !== "quiet" && event.event === "state" && event.data.waits.length > 0) break;
  return app.checks.state(id, key);
}

it("waits before the beginning where another check has used up the window of the old server", async () => {
  expect((await check())?.state).toBe("waiting");
  const second = await check();
  expect(second).toMatchObject({ state: "waiting", counts: null, waits: [{ host: "old.test", why: "window" }] });
  expect(Date.parse(second?.resumesAt ?? "")).toBeGreaterThan(now());
});
