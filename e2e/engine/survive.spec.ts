import { expect, test } from "@playwright/test";
import { readConfig } from "#lib/config.ts";
import type { Report } from "#lib/contract/report.ts";
import { openApp } from "#lib/wire.ts";
import { startWorld, type World } from "#world/start.ts";
import { folderFor, openEngine } from "./process.ts";

const INPUT = { mode: "moved" as const, old: "alice@old.test" };
const EVERY_STEP = [
  "start:1",
  "resolve:1",
  "collect-old:1",
  "collect-new:1",
  "claim:1",
  "probe:1",
  "collect-latest:1",
  "finish:1",
];
/** All of them in `npm run prove`; in every run those in which most is under way. */
const STEPS = process.env.PROVE ? EVERY_STEP : ["resolve:1", "collect-new:1", "probe:1"];

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
  const engine = openEngine(env, { input: INPUT });
  const { id, key } = await engine.started;
  expect(await engine.ended).toBe("done");
  await engine.stop("SIGKILL");
  return reportOf(env, id, key);
}

test.describe.configure({ mode: "serial" });
let world: World;
let expected: Awaited<ReturnType<typeof undisturbed>>;

test.beforeAll(async () => {
  world = await startWorld("three-servers");
  expected = await undisturbed(world);
  expect(expected.followers?.length).toBeGreaterThan(0);
});
test.afterAll(() => world.stop());

for (const step of STEPS) {
  test(`a check killed at ${step} ends with the report of an undisturbed one`, async () => {
    const env = folderFor(world);
    const engine = openEngine({ ...env, CRASH_AT: step }, { input: INPUT });
    const { id, key } = await engine.started;
    expect(await engine.ended).toBe("killed");
    const again = openEngine(env, { id });
    expect(await again.ended).toBe("done");
    await again.stop("SIGKILL");
    expect(await reportOf(env, id, key)).toEqual(expected);
  });
}
