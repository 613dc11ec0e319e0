import type { CheckState } from "#lib/contract/check-state.ts";
import type { Phase } from "./overview/headline/headline.ts";

export const phaseOf = (state: CheckState): Phase =>
  state.state === "failed" ? failedPhase(state) : hasEnded(state) ? "ended" : "running";

const failedPhase = ({ failure }: CheckState): Phase => (failure === "opted-out" ? "refused" : "failed");

export const hasEnded = ({ state }: Pick<CheckState, "state">): boolean =>
  state === "done" || state === "cancelled" || state === "failed";
