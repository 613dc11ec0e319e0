import { join } from "node:path";
import { expect, it } from "vitest";
import { readConfig } from "#lib/config.ts";
import { openApp, type Recorded } from "#lib/wire.ts";
import { freshDatabase } from "#testing/store/template.ts";
import { startWorld } from "#world/start.ts";
import { openWayIn } from "#world/way-in.ts";
import { median } from "../speed/median.ts";
import { checkOnce, snapshotOf } from "./run-world.ts";

const PATIENCE_MS = 120_000;
/** The servers of the move itself: their lists have as many pages as they have. */
const OWN = ["old.test", "new.test"];
const MOST = 10;
const USUAL = 5;

async function exchangesOf(): Promise<readonly Recorded[]> {
  const world = await startWorld("many-kinds");
  const wayIn = openWayIn(world);
  const dataDir = join(wayIn.folder, "data");
  await freshDatabase(dataDir);
  const kept: Recorded[] = [];
  const recording = { keep: (recorded: Recorded) => void kept.push(recorded) };
  const app = await openApp(readConfig({ ...wayIn.env, LIMITS: "off" }), {
    ...{ place: { kind: "embedded", dataDir }, recording },
  });
  try {
    await checkOnce(app, { old: world.truth.old }, snapshotOf(world.truth));
    return kept;
  } finally {
    await app.close();
    await world.stop();
    wayIn.close();
  }
}

const hostOf = ({ request }: Recorded): string => new URL(request.url).hostname;
const keyOf = ({ request: { method, url, body } }: Recorded): string => JSON.stringify([method, url, body]);
/** It said that the next try might be answered. */
const isRetried = ({ status = 0 }: Recorded): boolean =>
  status === 0 || status === 401 || status === 429 || status >= 500;
/** The new list is not read at one instant: people who came meanwhile stand on its first page. */
const isFirstPage = ({ request: { url } }: Recorded): boolean =>
  /^https:\/\/new\.test\/.*\/followers(?:\?limit=\d+)?$/.test(url);

it("asks nothing twice, and no follower's server more than a few things", { timeout: PATIENCE_MS }, async () => {
  const exchanges = await exchangesOf();
  const answered = exchanges.filter((one) => !isRetried(one) && !isFirstPage(one));
  const twice = [...Map.groupBy(answered, keyOf)].filter(([, those]) => those.length > 1).map(([key]) => key);
  expect(twice).toEqual([]);
  const counts = [...Map.groupBy(exchanges, hostOf)]
    .filter(([host]) => !OWN.includes(host))
    .map(([, all]) => all.length);
  expect(counts.length).toBeGreaterThan(5);
  expect(Math.max(...counts)).toBeLessThanOrEqual(MOST);
  expect(median(counts)).toBeLessThanOrEqual(USUAL);
});
