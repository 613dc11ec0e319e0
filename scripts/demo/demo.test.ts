import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "#lib/config.ts";
import type { Report } from "#lib/contract/report.ts";
import { type App, openApp } from "#lib/wire.ts";
import { freshFolder } from "#testing/store/template.ts";
import { DEMO_OLD, type DemoWorld, openDemoWorld } from "./world.ts";

/** On an idle machine it takes three seconds; what is held here is that it ends at all on one that is not. */
const PATIENCE = 120_000;

let [world, app, dataDir]: [DemoWorld, App, string] = [] as never;
beforeAll(async () => {
  world = await openDemoWorld();
  dataDir = await freshFolder();
  app = await openApp(readConfig({ ...world.env, LIMITS: "off" }), { place: { kind: "embedded", dataDir } });
}, PATIENCE);
afterAll(async () => {
  await app.close();
  world.end();
  rmSync(dataDir, { recursive: true, force: true });
});

async function firstReport(): Promise<Report | null> {
  const made = await app.checks.create({ mode: "moved", old: DEMO_OLD });
  if (!made.ok) throw new Error(JSON.stringify(made.fields));
  const { id, key } = made.created;
  for await (const event of app.watch(id, 0, new AbortController().signal))
    if (event !== "quiet" && event.event === "state" && event.data.state === "failed") throw new Error("failed");
  return app.checks.report(id, key, { followers: "none" });
}

it("shows at least ten causes in the first report", { timeout: PATIENCE }, async () => {
  const report = await firstReport();
  const { here, unknown, unexplained, ...causes } = report?.counts.byCause ?? {};
  expect(report?.move.state).toBe("done");
  expect(report?.partial).toBe(false);
  expect(Object.keys(causes).length, Object.keys(causes).join(" ")).toBeGreaterThanOrEqual(10);
  expect(here).toBeGreaterThan(0);
});
