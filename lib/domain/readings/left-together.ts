import type { CheckFacts } from "../evidence/evidence.ts";
import { ageInDays } from "./clocks.ts";
import type { Context } from "./context.ts";

/** So many left by themselves in a month no more than once in thousands of servers. One alone may always have. */
const SEVERAL = 2;
/** However old the list is: while most stay for years, so many of one server do not all go one by one. */
const MANY = 5;
/** Days between the saved list and the moment by which they had left. */
const FRESH_DAYS = 30;

/**
 * People of one server who are there, and in neither list any more: whether something took them off at once. A year-old
 * list names some who unfollowed since. They left together where the list was saved shortly before `until` and several
 * of it are gone, or where many are and nobody stayed. A file of severed ties names people who were cut off one day.
 */
export function leftTogether({ check, headCount }: Context, until: string): boolean {
  const { neither, neitherAlive, neitherSaved, inOldList, severed } = headCount;
  if (severed > 0 || neither <= inOldList) return false;
  const isFresh = neitherSaved >= SEVERAL && isSavedShortlyBefore(check, until);
  return isFresh || (neitherAlive >= MANY && inOldList === 0);
}

/** A saved list says how things were at a moment only where it is known to be of the days before it. */
export function isSavedShortlyBefore({ before: { is, takenAt } }: CheckFacts, moment: string): boolean {
  const days = is === "snapshot" && takenAt !== undefined ? ageInDays(takenAt, moment) : Number.NaN;
  // A date without an hour may lie some hours after the moment it is compared with.
  return days >= -1 && days <= FRESH_DAYS;
}
