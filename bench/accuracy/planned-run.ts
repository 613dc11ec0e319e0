import type { Report } from "#lib/contract/report.ts";
import type { App } from "#lib/wire.ts";
import { openTestApp } from "#testing/wire/test-app.ts";
import { beforeTheMove } from "#world/make/candidates.ts";
import { generate } from "#world/make/generate.ts";
import { PRESETS, type PresetName } from "#world/make/presets.ts";
import type { Scenario } from "#world/make/scenario.ts";

export type PlannedRun = { readonly report: Report; readonly scenario: Scenario; readonly requests: number };

/**
 * One seeded world in which nothing has happened yet. On the first candidate is the account already, and some servers
 * have suspended it; of the others only the server is named.
 */
export function plannedWorld(preset: PresetName, seed: number): Scenario {
  const wanted = PRESETS[preset];
  const scenario = beforeTheMove(generate(preset, seed, wanted), seed, wanted);
  return { ...scenario, candidates: [scenario.target.at, ...(scenario.candidates ?? []).slice(1)] };
}

/** One planned check of it to its end. */
export async function runPlanned(preset: PresetName, seed: number, count = 5): Promise<PlannedRun> {
  return planFor(plannedWorld(preset, seed), count);
}

/** The same of a written situation. */
export async function planFor(scenario: Scenario, count = 5): Promise<PlannedRun> {
  const { app, world, close } = await openTestApp(scenario);
  try {
    const report = await planOnce(app, scenario.old.at, (scenario.candidates ?? []).slice(0, count));
    return { report, scenario, requests: world.requests.length };
  } finally {
    await close();
  }
}

async function planOnce(app: App, old: string, candidates: readonly string[]): Promise<Report> {
  const made = await app.checks.create({ mode: "planned", old, candidates: [...candidates] });
  if (!made.ok) throw new Error(`The check was refused: ${JSON.stringify(made.fields)}`);
  const { id, key } = made.created;
  for await (const event of app.watch(id, 0, AbortSignal.timeout(150_000))) void event;
  const report = await app.checks.report(id, key, { followers: "inline" });
  if (!report) throw new Error("The check's report is not there.");
  return report;
}
