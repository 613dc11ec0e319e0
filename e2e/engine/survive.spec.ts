import { expect, test } from "@playwright/test";
import { readConfig } from "#lib/config.ts";
import type { Report } from "#lib/contract/report.ts";
import { openApp } from "#lib/wire.ts";
import { freshDatabase } from "#testing/store/template.ts";
import { startWorld, type World } from "#world/start.ts";
import { type Databases, openDatabases } from "./databases.ts";
import { askedAgain } from "./kept-answers.ts";
import { type Engine, folderFor, openEngine } from "./process.ts";

const INPUT = { mode: "moved" as const, old: "alice@old.test" };
const EVERY_STEP = [
  ...["start", "resolve", "collect-old", "collect-new", "claim", "probe", "probe:2", "release", "following", "judge"],
  ...["collect-latest", "finish"],
];
/** All of them over both stores in `npm run prove`; in every run the one in which most is under way. */
const STEPS = process.env.PROVE ? EVERY_STEP : ["probe"];
const STORES = process.env.PROVE ? ["embedded", "PostgreSQL"] : ["embedded"];
/** What was answered early must be written down long before a late step, and the whole not take long. */
const SPEED = 2;

/** What has to be the same whatever happened on the way: the verdicts, not the times. */
const essence = (report: Report | null) => ({
  counts: report?.counts,
  move: report?.move.state,
  followers: report?.followers?.map(({ acct, cause, certainty, reach }) => [acct, cause, certainty, reach]),
});

async function reportOf(env: Readonly<Record<string, string>>, id: string, key: string) {
  const app = await openApp(readConfig(env));
  const report = await app.checks.report(id, key, { followers: "inline" });
  await app.close();
  return essence(report);
}

async function undisturbed(world: World) {
  const env = folderFor(world);
  await freshDatabase(env.DATA_DIR);
  const engine = hire(env, { input: INPUT });
  const { id, key } = await engine.started;
  expect(await engine.ended).toBe("done");
  await engine.stop();
  return reportOf(env, id, key);
}

test.describe.configure({ mode: "serial", timeout: 120_000 });
let world: World;
let databases: Databases | null = null;
const engines: Engine[] = [];
const hire = (...how: Parameters<typeof openEngine>): Engine => {
  const engine = openEngine(...how);
  engines.push(engine);
  return engine;
};
let expected: Awaited<ReturnType<typeof undisturbed>>;

test.beforeAll(async () => {
  if (STORES.includes("PostgreSQL")) databases = await openDatabases();
  world = await startWorld("many-kinds", { speed: SPEED });
  expected = await undisturbed(world);
  expect(expected.followers?.length).toBeGreaterThan(0);
});
test.afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});
test.afterAll(async () => {
  await world.stop();
  await databases?.stop();
});

for (const store of STORES)
  for (const step of STEPS) {
    test(`a check killed after ${step} (${store}) ends as an undisturbed one, and no answer that was kept is asked for again`, async () => {
      const url = store === "PostgreSQL" ? await databases?.fresh() : undefined;
      test.skip(store === "PostgreSQL" && !url, "This machine has no PostgreSQL.");
      const env = { ...folderFor(world), ...(url ? { DATABASE_URL: url } : {}) };
      if (!url) await freshDatabase(env.DATA_DIR);
      const before = world.requests.length;
      const engine = hire({ ...env, CRASH_AT: step.includes(":") ? step : `${step}:1` }, { input: INPUT });
      const { id, key } = await engine.started;
      expect(await engine.ended).toBe("killed");
      const killedAt = Date.now();
      const again = hire(env, { id });
      expect(await again.ended).toBe("done");
      await again.stop();
      expect(await reportOf(env, id, key)).toEqual(expected);
      expect(askedAgain(world.requests.slice(before), killedAt)).toEqual([]);
    });
  }
