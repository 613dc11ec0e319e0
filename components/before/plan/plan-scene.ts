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
