import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "#lib/config.ts";
import type { BeforeInput } from "#lib/contract/check-input.ts";
import type { Report } from "#lib/contract/report.ts";
import { defined } from "#lib/flow/defined.ts";
import { type App, openApp } from "#lib/wire.ts";
import { freshDatabase } from "#testing/store/template.ts";
import { documentAt } from "#testing/wire/test-app.ts";
import type { PresetName } from "#world/make/presets.ts";
import type { TruthFile } from "#world/truth/truth.ts";
import { openWorld } from "../world/open.ts";

export type Lived = { readonly report: Report; readonly truth: TruthFile };

/**
 * A copy that people use has an address: it signs what it is asked to. Its mover knows both addresses, and has proven
 * one of them: a software that publishes no redirect tells neither.
 */
export const OURS = "https://house.test";

/** One world, one app that knows nothing yet, one check to its end. */
export async function runWorld(
  preset: PresetName,
  seed: number,
  { snapshot, hidden }: { readonly snapshot: boolean; readonly hidden: boolean },
): Promise<Lived> {
  const world = await openWorld({ preset, seed, hidden, signed: true });
  const folder = mkdtempSync(join(tmpdir(), "world-"));
  const dataDir = join(folder, "data");
  await freshDatabase(dataDir);
  const config = readConfig({ ...world.env, LIMITS: "off", PUBLIC_URL: OURS, PROOF: "off" });
  const app = await openApp(config, { place: { kind: "embedded", dataDir } });
  world.answerFor((url) => documentAt(app, url));
  try {
    const truth = await world.truth();
    return {
      truth,
      report: await checkOnce(app, { old: truth.old, new: truth.target }, snapshot ? savedBefore(truth) : undefined),
    };
  } finally {
    await app.close();
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Typed = { readonly old: string; readonly new?: string };

/** The list that the mover saved before the move, under the names that people had then. */
const snapshotOf = ({ followers }: TruthFile): readonly string[] =>
  followers.filter(({ inSnapshot }) => inSnapshot).map(({ acct, savedAs }) => savedAs ?? acct);

const DAY = 86_400_000;

/** The same with the day on which it was saved, as a plan that becomes the move has it. */
export const savedBefore = (truth: TruthFile): BeforeInput => ({
  ...{ kind: "snapshot", handles: [...snapshotOf(truth)] },
  takenAt: new Date(Date.now() - ((truth.movedDaysAgo ?? 0) + (truth.savedDaysBefore ?? 1)) * DAY).toISOString(),
});

export async function checkOnce(app: App, typed: Typed, before?: BeforeInput): Promise<Report> {
  const made = await app.checks.create({ mode: "moved", ...typed, ...defined({ before }) });
  if (!made.ok) throw new Error(`The check was refused: ${JSON.stringify(made.fields)}`);
  const { id, key } = made.created;
  const state = await ended(app, id);
  if (state !== "done") throw new Error(`The check ended as ${state}.`);
  const report = await app.checks.report(id, key, { followers: "inline" });
  if (!report) throw new Error("The check's report is not there.");
  return report;
}

async function ended(app: App, id: string): Promise<string> {
  let last = "never seen";
  for await (const event of app.watch(id, 0, new AbortController().signal))
    if (event !== "quiet" && event.event === "state") last = event.data.state;
  return last;
}
