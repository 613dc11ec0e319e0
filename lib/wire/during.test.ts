import { afterAll, beforeAll, expect, it } from "vitest";
import type { CheckEvent } from "#lib/check/run/watch.ts";
import { openTestApp, type TestApp } from "#testing/wire/test-app.ts";

let house: TestApp;
let ahead = 0;
const now = () => new Date(Date.now() + ahead);

beforeAll(async () => {
  house = await openTestApp("three-servers", { now });
});
afterAll(() => house.close());

async function start({ app } = house) {
  const made = await app.checks.create({ mode: "moved", old: "@alice@old.test" });
  if (!made.ok) throw new Error("not made");
  return made.created;
}

/** To its end; `act` is called at the first event of which `when` holds. */
type When = (event: CheckEvent, nth: number) => boolean;
async function follow(id: string, when: When, act: () => unknown, { app } = house) {
  let [nth, acted] = [0, false];
  for await (const event of app.watch(id, 0, AbortSignal.timeout(20_000))) {
    if (event === "quiet") continue;
    nth += 1;
    if (acted || !when(event, nth)) continue;
    acted = true;
    await act();
  }
  return acted;
}

const never = () => false;

it.each(["resolve", "collect-old", "probe"])("takes what is handed in while a check runs (%s)", async (step) => {
  const { app } = house;
  const { id, key } = await start();
  const begun = (event: CheckEvent) =>
    event.event === "state" && event.data.steps.some((one) => one.id === step && one.done > 0);
  const more = { told: [{ server: "far.test", onNew: "blocked" as const }], before: { count: 77 } };
  expect(await follow(id, begun, () => app.checks.give(id, key, more))).toBe(true);
  await follow(id, never, never);
  const report = await app.checks.report(id, key, { followers: "none" });
  const far = report?.servers.find(({ host }) => host === "far.test");
  expect(far?.facts.map(({ fact }) => fact)).toContain("onTarget.told");
  expect(report?.counts).toMatchObject({ before: 77, beforeIs: "stated" });
});

it("may be cancelled at any moment, and the process lives on", { timeout: 120_000 }, async () => {
  const slow = await openTestApp("many-kinds", { speed: 20, now });
  const { app } = slow;
  const lost: unknown[] = [];
  const note = (error: unknown) => lost.push(error);
  process.on("unhandledRejection", note);
  for (let moment = 1; moment <= 8; moment++) {
    const { id, key } = await start(slow);
    const isNow = ({ event }: CheckEvent, nth: number) => nth >= moment && event === "state";
    await follow(id, isNow, () => app.checks.cancel(id, key), slow);
    expect((await app.checks.state(id, key))?.state).toMatch(/^(?:cancelled|done)$/);
  }
  await slow.close();
  process.off("unhandledRejection", note);
  expect(lost).toEqual([]);
});

it("runs again once, however often that is asked for at once", async () => {
  const { app } = house;
  const { id, key } = await start();
  await follow(id, never, never);
  ahead = 11 * 60_000;
  const asked = await Promise.all([1, 2, 3].map(() => app.checks.recheck(id, key)));
  expect(asked.sort()).toEqual(["again", "too-early", "too-early"]);
  await follow(id, never, never);
  expect((await app.checks.state(id, key))?.counts).toMatchObject({ missing: 5, newList: 6 });
});
