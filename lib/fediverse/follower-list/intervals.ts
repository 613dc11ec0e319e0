/**
 * Pages that name only their follower can be read one after another alone. Where a place is a number and a lower
 * bound can be set, the rest of a list falls into intervals that are read side by side.
 */
export type Interval = { readonly below: string; readonly above: string };

export const PARTS = 4;
const NUMBER = /^\d{1,30}$/;

/** The rest of a list from a place on. Undefined where the place is no number. */
export function split(from: string): readonly Interval[] | undefined {
  if (!NUMBER.test(from)) return undefined;
  const [top, parts] = [BigInt(from), BigInt(PARTS)];
  // A bound belongs to the upper interval: what is above the one before it is left to the next.
  const bounds = Array.from({ length: PARTS + 1 }, (_, at) => (top * BigInt(PARTS - at)) / parts);
  return bounds.slice(1).map((bound, at) => {
    const below = String(bounds[at] ?? 0n);
    return { below, above: bound > 0n ? String(bound - 1n) : "0" };
  });
}

/** `90-61,60-31`: what is left of each interval, as one place. */
export const written = (intervals: readonly Interval[]): string =>
  intervals.map(({ below, above }) => `${below}-${above}`).join(",");

export function intervalsIn(at: string): readonly Interval[] | undefined {
  const parts = at.split(",").map((part) => /^(\d{1,30})-(\d{1,30})$/.exec(part));
  return parts.every((part) => part !== null)
    ? parts.map(([, below = "", above = ""]) => ({ below, above }))
    : undefined;
}

/** The lower part of an interval, from a bound on, and what is left of it above. */
export function cut({ below, above }: Interval, at: bigint): { readonly upper: Interval; readonly lower: Interval } {
  return { upper: { below, above: String(at - 1n) }, lower: { below: String(at), above } };
}

/** Nothing can stand between its bounds. */
export const isEmpty = ({ below, above }: Interval): boolean => BigInt(below) <= BigInt(above) + 1n;
