import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readConfig } from "#lib/config.ts";
import { openApp, type Recorded } from "#lib/wire.ts";
import { freshDatabase } from "#testing/store/template.ts";
import { startWorld } from "#world/start.ts";
import type { TruthFile } from "#world/truth/truth.ts";
import { openWayIn } from "#world/way-in.ts";
import { median } from "../speed/median.ts";
import { openWorld } from "../world/open.ts";
import { checkOnce, savedBefore } from "./run-world.ts";

const PATIENCE_MS = 120_000;
/** The servers of the move itself: their lists have as many pages as they have. */
const OWN = ["old.test", "new.test"];
const MOST = 10;
const USUAL = 5;

type Ground = {
  readonly env: Readonly<Record<string, string>>;
  readonly truth: TruthFile;
  close(): Promise<void>;
};

/** A situation in which everything happens once. */
async function writtenWorld(): Promise<Ground> {
  const world = await startWorld("many-kinds");
  const wayIn = openWayIn(world);
  return { env: wayIn.env, truth: world.truth, close: () => world.stop().finally(() => wayIn.close()) };
}

/** As followers crowd on servers: on most of them lives one. */
async function usualWorld(): Promise<Ground> {
  const world = await openWorld({ preset: "real-fit", seed: 1, hidden: false });
  return { env: world.env, truth: await world.truth(), close: () => world.stop() };
}

async function exchangesIn({ env, truth, close }: Ground): Promise<readonly Recorded[]> {
  const folder = mkdtempSync(join(tmpdir(), "asked-"));
  const dataDir = join(folder, "data");
  await freshDatabase(dataDir);
  const kept: Recorded[] = [];
  const recording = { keep: (recorded: Recorded) => void kept.push(recorded) };
  const app = await openApp(readConfig({ ...env, LIMITS: "off" }), {
    ...{ place: { kind: "embedded", dataDir }, recording },
  });
  try {
    await checkOnce(app, { old: truth.old }, savedBefore(truth));
    return kept;
  } finally {
    await app.close();
    await close();
    rmSync(folder, { recursive: true, force: true });
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

it.each([
  ["in a written situation", writtenWorld],
  ["in a usual one", usualWorld],
] as const)(
  "asks nothing twice, and no follower's server more than a few things, %s",
  { timeout: PATIENCE_MS },
  async (_, open) => {
    const exchanges = await exchangesIn(await open());
    const answered = exchanges.filter((one) => !isRetried(one) && !isFirstPage(one));
    const twice = [...Map.groupBy(answered, keyOf)].filter(([, those]) => those.length > 1).map(([key]) => key);
    expect(twice).toEqual([]);
    const counts = [...Map.groupBy(exchanges, hostOf)]
      .filter(([host]) => !OWN.includes(host))
      .map(([, all]) => all.length);
    expect(counts.length).toBeGreaterThan(5);
    expect(Math.max(...counts)).toBeLessThanOrEqual(MOST);
    expect(median(counts)).toBeLessThanOrEqual(USUAL);
  },
);
