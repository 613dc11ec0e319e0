import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { startPostgres } from "#testing/store/postgres.ts";
import type { Progress } from "#testing/wire/reader.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { startWorld } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";

const PEOPLE = 12_000;
const CROWD: Scenario = {
  name: "crowd",
  about: "A list of 150 pages, on a server that counts as Mastodon does.",
  old: { at: "alice@old.test" },
  target: { at: "alice@new.test" },
  servers: { "old.test": { limits: "iso" }, "far.test": { blocks: { "old.test": "suspend" } } },
  followers: { "far.test": Array.from({ length: PEOPLE }, (_, n) => `f${n}`) },
};
const START = Date.UTC(2026, 10, 20, 12);
const FIVE_MINUTES = 300_000;
const A_WINDOW = 3 * FIVE_MINUTES;
const PROCESSES = 3;

/** Four processes on two cores that others may be using. */
const PATIENCE = { timeout: 120_000 };

test.runIf(process.env.PROVE)(
  "three processes on one ledger use the permits of a server, read their lists whole, and never meet a 429",
  PATIENCE,
  async ({ skip }) => {
    const postgres = await startPostgres();
    if (!postgres) return skip("This machine has no PostgreSQL.");
    let ms = START;
    const world = await startWorld(CROWD, { clock: { now: () => ms } });
    const wayIn = openWayIn(world);
    onTestFinished(async () => {
      await Promise.all([world.stop(), postgres.stop()]);
      wayIn.close();
    });

    const args = [postgres.url, world.routes, wayIn.env.FEDIVERSE_CA, String(PEOPLE)];
    const readers: Awaited<ReturnType<typeof openReader>>[] = [];
    // The first makes the tables; the others find them.
    for (let n = 0; n < PROCESSES; n++) readers.push(await openReader(args));

    let ends: readonly Progress[] = [];
    for (let minutes = 0; !ends.every(({ complete }) => complete) || ends.length === 0; minutes += 5) {
      ms = START + minutes * 60_000;
      ends = await Promise.all(readers.map((reader) => reader.readAt(ms)));
      expect(minutes).toBeLessThan(60);
    }
    expect(ends.map(({ met }) => met)).toEqual(Array(PROCESSES).fill(PEOPLE));

    const pages = world.requests.filter(({ path }) => path.includes("max_id"));
    const firstWindow = pages.filter(({ at }) => at < START + A_WINDOW);
    expect(pages.filter(({ status }) => status === 429)).toEqual([]);
    expect(firstWindow.length).toBeGreaterThanOrEqual(230);
    expect(firstWindow.length).toBeLessThanOrEqual(300);
  },
);

async function openReader(args: readonly string[]) {
  const child = fork("testing/wire/reader.ts", [...args], {
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const next = async (): Promise<Progress> => (await once(child, "message"))[0];
  await next();
  return {
    readAt: (at: number): Promise<Progress> => {
      const told = next();
      child.send({ at });
      return told;
    },
  };
}
