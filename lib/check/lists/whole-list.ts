/** Suspended people and those who block somebody are counted and not shown: a few more in the number say nothing. */
const A_FEW = 20;

/**
 * A list that ended by itself and holds far fewer people than its account counts was broken off all the same: who is not
 * in it may be in the rest. Numbers are hints, so half of them is enough.
 */
export const isWhole = (read: number, count: number | undefined): boolean =>
  count === undefined || count - read <= A_FEW || read * 2 >= count;
