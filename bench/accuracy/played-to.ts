import { build } from "#world/make/build.ts";
import { movedTo } from "#world/make/candidates.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { play } from "#world/play/play.ts";
import { type TruthFile, tellTruth } from "#world/truth/truth.ts";

/** What becomes of everybody where the move to this candidate is made. */
export function playedTo(scenario: Scenario, candidate: string): TruthFile {
  const moved = movedTo(scenario, candidate);
  const world = build(moved, Date);
  return tellTruth(world, play(world, moved.script, moved.movedDaysAgo));
}
