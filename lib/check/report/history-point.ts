import type { CheckState } from "#lib/contract/check-state.ts";
import type { HistoryRow } from "#lib/store/tables/types.ts";

/** A reading as its owner sees it. Whether anything changed decides about the next look, and is told in words. */
export const toPoint = ({ changed: _, ...point }: HistoryRow): CheckState["history"][number] => point;
