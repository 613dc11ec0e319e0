import { useFormatter } from "next-intl";
import type { Candidate } from "#lib/plan/compare.ts";
import type { MovePlan } from "#lib/plan/steps.ts";
import type { BeforeScene } from "../scene.ts";

export type PlanScene = BeforeScene & {
  readonly plan: MovePlan;
  readonly to: Candidate;
  /** How long the list is kept. */
  readonly days: number;
  readonly today: string;
};

/** A day of the plan is a date and no moment: no time zone may move it. */
export function useDayWords(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(day), { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
}
