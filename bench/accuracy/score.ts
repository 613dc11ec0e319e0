import {
  isFalseBlock,
  isFalseHope,
  isFalseProof,
  isGuess,
  isMissing,
  isRight,
  isVisible,
  needsADay,
  type Pair,
  said,
} from "./compare.ts";

/** Rows are what is true, columns what was said; absent where nobody stands. */
export type Matrix = Readonly<Record<string, Readonly<Record<string, number>>>>;
export type Score = {
  readonly people: number;
  readonly missing: number;
  /** Missing people whose cause some public answer shows at the first try, and those of them told rightly. */
  readonly visible: number;
  readonly visibleRight: number;
  /** Of the missing, those about whom nothing is said. */
  readonly leftOpen: number;
  readonly falseBlocks: number;
  readonly falseProofs: number;
  /** Of the missing: told that following works or waits, and they are gone or shut out. */
  readonly falseHopes: number;
  readonly proven: number;
  /** A cause is named that does not hold: likely, or only possible. */
  readonly wrongLikely: number;
  readonly wrongPossible: number;
  /** Silent servers that only a second try, a day later, can call gone. */
  readonly goneTomorrow: number;
  /** Of the missing, those of whom it is said whether following works: of all, and of those who are not gone. */
  readonly reachTold: number;
  readonly answering: number;
  readonly answeringTold: number;
  readonly causes: Matrix;
  readonly reach: Matrix;
  /** Visible and not told: what to look into. */
  readonly missed: Readonly<Record<string, number>>;
};

const count = (pairs: readonly Pair[], holds: (pair: Pair) => boolean): number => pairs.filter(holds).length;
const certain = (certainty: Pair["told"]["certainty"], holds: (pair: Pair) => boolean) => (pair: Pair) =>
  pair.told.certainty === certainty && holds(pair);

const tellsReach = ({ told }: Pair): boolean => told.reach !== "unknown";
/** Neither they nor their server is gone. */
const answers = ({ truth }: Pair): boolean => truth.reach !== "gone";

export function scoreOf(pairs: readonly Pair[]): Score {
  const missing = pairs.filter(isMissing);
  const visible = pairs.filter(isVisible);
  const missed = visible.filter((pair) => !isRight(pair));
  return {
    people: pairs.length,
    missing: missing.length,
    visible: visible.length,
    visibleRight: count(visible, isRight),
    leftOpen: count(missing, (pair) => !isRight(pair) && !isGuess(pair)),
    falseBlocks: count(pairs, isFalseBlock),
    falseProofs: count(pairs, isFalseProof),
    falseHopes: count(missing, isFalseHope),
    proven: count(missing, certain("proven", isRight)),
    wrongLikely: count(pairs, certain("likely", isGuess)),
    wrongPossible: count(pairs, certain("possible", isGuess)),
    goneTomorrow: count(pairs, needsADay),
    reachTold: count(missing, tellsReach),
    answering: count(missing, answers),
    answeringTold: count(missing, (pair) => answers(pair) && tellsReach(pair)),
    causes: matrix(pairs, ({ truth }) => truth.cause, said),
    reach: matrix(
      missing,
      ({ truth }) => truth.reach,
      ({ told }) => told.reach,
    ),
    missed: tally(missed.map((pair) => `${pair.truth.cause} as ${said(pair)}`)),
  };
}

function matrix(pairs: readonly Pair[], row: (pair: Pair) => string, column: (pair: Pair) => string): Matrix {
  const rows = Map.groupBy(pairs, row);
  return Object.fromEntries([...rows].map(([name, those]) => [name, tally(those.map(column))]));
}

export function tally(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
}

/** Nothing missing means nothing was missed. */
export const shareRight = ({ visible, visibleRight }: Pick<Score, "visible" | "visibleRight">): number =>
  visible === 0 ? 1 : visibleRight / visible;
