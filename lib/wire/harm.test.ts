import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startWorld, type World } from "#world/start.ts";
import { readConfig } from "../config.ts";
import { whyNoLetter } from "../messages/letter-rules.ts";
import { publishedLines } from "../messages/published.ts";
import { type App, openApp } from "../wire.ts";

let [world, app, folder]: [World, App, string] = [] as never;

beforeAll(async () => {
  world = await startWorld("new-server-blocked");
  folder = mkdtempSync(join(tmpdir(), "harm-"));
  writeFileSync(join(folder, "ca.pem"), world.caPem);
  const env = { FEDIVERSE_ROUTES: world.routes, FEDIVERSE_CA: join(folder, "ca.pem"), LIMITS: "off" };
  app = await openApp(readConfig(env), { place: { kind: "memory" } });
});
afterAll(async () => {
  await app.close();
  await world.stop();
  rmSync(folder, { recursive: true });
});

async function whyNone(host: string): Promise<string | null> {
  const made = await app.checks.create({ mode: "moved", old: "@alice@old.test" });
  if (!made.ok) throw new Error(JSON.stringify(made.fields));
  const { id, key } = made.created;
  for await (const event of app.watch(id, 0, new AbortController().signal)) void event;
  const report = await app.checks.report(id, key, { followers: "none" });
  const lines = publishedLines(host, "home.new.test", report?.servers.find((row) => row.host === host)?.facts ?? []);
  return whyNoLetter({ server: host, people: 30, onePerson: false, lines, askersIn30Days: 0, written: false });
}

it("offers no letter where the reason that is published speaks of spam", async () => {
  expect(await whyNone("clear.test")).toBe("harm");
  expect(await whyNone("starred.test")).toBeNull();
});
