import type { PlanScene } from "#components/before/plan/plan-scene.ts";
import { dayIn } from "#lib/plan/days.ts";
import { planMove } from "#lib/plan/steps.ts";
import { app } from "#lib/wire.ts";
import { type OpenCheck, readReport, readState } from "../open-check.ts";
import { sceneOf } from "../planned.tsx";

type PlanQuery = { readonly to: string | undefined; readonly day: string | undefined };

/** The plan for the server and the day asked for; null where there is no server to move to. */
export async function planOf(open: OpenCheck, { to, day }: PlanQuery): Promise<PlanScene | null> {
  const [state, report, { config }] = await Promise.all([readState(open), readReport(open), app()]);
  const scene = sceneOf({ open, state, report });
  const { candidates, best } = scene.comparison;
  const chosen = candidates.find(({ candidate }) => candidate.server === to) ?? best ?? candidates[0];
  if (!chosen || report.mode !== "planned" || report.lookedBackFrom) return null;
  const today = new Date().toISOString().slice(0, 10);
  const plan = planMove({ report, to: chosen.candidate, today, wished: dayIn(day, today) });
  return { ...scene, plan, to: chosen.candidate, days: config.plannedDays, today };
}
