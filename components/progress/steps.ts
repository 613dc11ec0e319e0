import type { CheckState, Step } from "#lib/contract/check-state.ts";

export type StepView = Step & { readonly phase: "done" | "now" | "next" };

/** The first step that is not finished is the one at work. Steps stream into each other, so later ones may count already. */
export function viewSteps(check: Pick<CheckState, "steps" | "state" | "mode">): readonly StepView[] {
  const { state, mode } = check;
  // Before a move there is no new list.
  const steps = check.steps.filter(({ id }) => mode === "moved" || id !== "collect-new");
  const at = state === "done" ? steps.length : steps.findIndex((step) => !isFinished(step));
  const current = at < 0 ? steps.length : at;
  const over = state === "cancelled" || state === "failed";
  return steps.map((step, place) => {
    const phase = phaseOf(step, place, current);
    return { ...step, phase: over && phase === "now" ? "next" : phase };
  });
}

const isFinished = ({ done, total }: Step): boolean => total !== null && done >= total;

function phaseOf(step: Step, place: number, current: number): StepView["phase"] {
  if (isFinished(step) || place < current) return "done";
  return place === current || step.done > 0 ? "now" : "next";
}
