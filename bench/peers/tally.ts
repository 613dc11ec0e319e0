import type { TruthFile } from "#world/truth/truth.ts";
import { isGuess, isMissing, isRight, type Pair, pairsOf } from "../accuracy/compare.ts";
import { scoreOf } from "../accuracy/score.ts";

/** How what was said compares with what happened; before a move, over all places to go together. */
export type Tally = {
  /** Did not come along, or would not. */
  readonly missing: number;
  /** Of them: named in the answer at all. Who stands in neither list is named by nobody. */
  readonly named: number;
  /** Of the named: a cause that holds, a cause that does not, none. */
  readonly right: number;
  readonly wrong: number;
  readonly open: number;
  /** Of everybody: called blocked, and is not. */
  readonly falseBlocks: number;
  /** Of everybody: a cause that does not hold, called proven. Programs that name no certainty have none. */
  readonly falseProofs: number;
};

type Followers = Pick<TruthFile, "followers">;

export function tallyOf(told: readonly Pair["told"][], { followers }: Followers): Tally {
  // That nothing stands in the way is no cause: of somebody who is lost all the same it leaves the reason open.
  const pairs = pairsOf(
    told.map((one) => (one.cause === "clear" ? { ...one, cause: "unexplained" } : one)),
    followers,
  );
  const named = pairs.filter(isMissing);
  const { falseBlocks, falseProofs, leftOpen } = scoreOf(pairs);
  return {
    missing: followers.filter((truth) => isMissing({ truth })).length,
    named: named.length,
    right: named.filter(isRight).length,
    wrong: named.filter(isGuess).length,
    open: leftOpen,
    ...{ falseBlocks, falseProofs },
  };
}

export function added(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, one) => total + of(one), 0);
  return {
    missing: sum(({ missing }) => missing),
    named: sum(({ named }) => named),
    right: sum(({ right }) => right),
    wrong: sum(({ wrong }) => wrong),
    open: sum(({ open }) => open),
    falseBlocks: sum(({ falseBlocks }) => falseBlocks),
    falseProofs: sum(({ falseProofs }) => falseProofs),
  };
}
