import type { CheckState } from "#lib/contract/check-state.ts";

const ENDED: readonly CheckState["state"][] = ["done", "cancelled", "failed"];

export const isEnded = ({ state }: Pick<CheckState, "state">): boolean => ENDED.includes(state);
