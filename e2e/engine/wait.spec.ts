import { expect, test } from "@playwright/test";
import { readConfig } from "#lib/config.ts";
import { openApp } from "#lib/wire.ts";
import { startWorld } from "#world/start.ts";
import { NARROW } from "../states/narrow.ts";
import { openDatabases } from "./databases.ts";
import { folderFor, openEngine } from "./process.ts";

const WINDOW_MS = 900_000;
/** From the first question to the window's end: long enough for another process to start and find itself waiting. */
const LEFT_MS = 25_000;
const ENDINGS = [
  ["embedded", "SIGKILL"],
  ["PostgreSQL", "SIGTERM"],
] as const;

const stops: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

test.describe.configure({ timeout: 120_000 });
test.skip(!process.env.PROVE, "A window is waited for as long as it lasts.");

for (const [store, signal] of ENDINGS)
  test(`a wait over a rate window outlives its process (${store}, ${signal}) and ends when the window does`, async () => {
    const databases = store === "PostgreSQL" ? await openDatabases() : null;
    stops.push(async () => databases?.stop());
    test.skip(store === "PostgreSQL" && !databases, "This machine has no PostgreSQL.");
    let ahead = 0;
    const world = await startWorld(NARROW, { clock: { now: () => Date.now() + ahead } });
    stops.push(() => world.stop());
    const env = { ...folderFor(world), ...(databases ? { DATABASE_URL: await databases.fresh() } : {}) };
    const atOld = () => world.requests.filter(({ host }) => host === "old.test");

    const first = openEngine(env, { input: { mode: "moved", old: "alice@old.test" } });
    stops.push(() => first.stop());
    const { id, key } = await first.started;
    const opens = Date.now() + LEFT_MS;
    ahead = WINDOW_MS - (opens % WINDOW_MS);
    await first.reached("waiting");
    await first.stop(signal);
    const before = atOld().length;

    const second = openEngine(env, { id });
    stops.push(() => second.stop());
    await second.reached("waiting");
    expect(Date.now()).toBeLessThan(opens);
    expect(await second.ended).toBe("done");
    await second.stop();
    const later = atOld().slice(before);
    expect(later[0]?.at).toBeGreaterThanOrEqual(opens + ahead);
    expect(later.map(({ status }) => status)).not.toContain(429);

    const app = await openApp(readConfig(env));
    expect((await app.checks.report(id, key, { followers: "none" }))?.counts).toMatchObject({ missing: 400, here: 0 });
    await app.close();
  });
