import type { Certainty } from "./verdict.ts";

const RANK: Readonly<Record<Certainty, number>> = { possible: 1, likely: 2, proven: 3 };

export const rank = (certainty: Certainty): number => RANK[certainty];

/** A chain of reasoning is as certain as its weakest link. */
export function weakest(first: Certainty, ...others: readonly Certainty[]): Certainty {
  return others.reduce((worst, next) => (RANK[next] < RANK[worst] ? next : worst), first);
}
