/** By the numbers up front: `4.6.5+glitch`, `2024.10.1-taiyme.0`, `0.20.0-57cb4fe7`. What has none is older than all. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const step = (left[at] ?? 0) - (right[at] ?? 0);
    if (step !== 0) return Math.sign(step);
  }
  return 0;
}

const numbersOf = (version: string): readonly number[] =>
  (/^\D{0,12}(\d{1,9}(?:\.\d{1,9})*)/.exec(version)?.[1] ?? "").split(".").map(Number);
