const MINUTE = 60_000;
/** One death proves nothing: the process may have been ended for another reason. */
const RESTS: readonly number[] = [0, 0, MINUTE, 10 * MINUTE, 60 * MINUTE];

/**
 * What is done with a check after its process died so many times in a row: run, rest for so many milliseconds, or end.
 * Checks that died together rest for different times, so that those which are not to blame come through.
 */
export function afterDeaths(deaths: number, id: string): "run" | "give-up" | number {
  const rest = RESTS[deaths];
  if (rest === undefined) return "give-up";
  return rest === 0 ? "run" : Math.round(rest * (1 + shareOf(id)));
}

/** Between 0 and 1, always the same for one check. */
const shareOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) / 997;
