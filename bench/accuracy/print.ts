import { type Matrix, type Score, shareRight } from "./score.ts";

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export function scoreLines(score: Score): readonly string[] {
  const { missing, visible, visibleRight, falseBlocks, falseProofs, falseHopes, proven } = score;
  return [
    `${score.people} people, ${missing} missing; ${visible} with a cause that public answers show at once.`,
    `Right of those: ${visibleRight} (${percent(shareRight(score))}). Left open: ${score.leftOpen} of the missing.`,
    `Called blocked and not so: ${falseBlocks}. Called proven: ${proven + falseProofs}, of them wrong: ${falseProofs}.`,
    `A cause that does not hold: ${score.wrongLikely} as likely, ${score.wrongPossible} as possible.`,
    `On silent servers that only a second try a day later can call gone: ${score.goneTomorrow}.`,
    `Whether following works is said of ${percent(score.reachTold / score.missing)} of the missing, of ${percent(score.answeringTold / score.answering)} of those who are not gone.`,
    `Told that it works or waits, and gone or shut out: ${falseHopes}.`,
    ...missedLines(score.missed),
  ];
}

function missedLines(missed: Score["missed"]): readonly string[] {
  const most = Object.entries(missed).sort(([, one], [, other]) => other - one);
  return most.length === 0 ? [] : ["Visible and not told:", ...most.map(([what, many]) => `  ${many}  ${what}`)];
}

/** Rows with their columns beside them: most cells of the square are empty. */
export function matrixLines(title: string, matrix: Matrix): readonly string[] {
  const width = Math.max(...Object.keys(matrix).map(({ length }) => length), 0);
  const rows = Object.entries(matrix).sort(([one], [other]) => one.localeCompare(other));
  const cells = (row: Matrix[string]) =>
    Object.entries(row)
      .sort(([, one], [, other]) => other - one)
      .map(([name, many]) => `${name} ${many}`)
      .join(", ");
  return [title, ...rows.map(([name, row]) => `  ${name.padEnd(width)}  ${cells(row)}`)];
}
