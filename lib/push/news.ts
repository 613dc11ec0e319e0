import type { HistoryRow } from "#lib/store/tables/types.ts";

/** What there is to tell: how many came along, or that something else is known now. */
export type News = { readonly arrived: number };

/** Later than that it is no news any more. */
export const NEWS_MS = 24 * 60 * 60_000;

/** Of the last reading, where nobody asked for it and it found something. Who asks for a reading sits before it. */
export function newsIn(history: readonly HistoryRow[], now: Date): News | null {
  const [last, before] = [history.at(-1), history.at(-2)];
  if (!last?.byItself || now.getTime() - Date.parse(last.at) > NEWS_MS) return null;
  const { arrived = 0, changed } = last;
  const isOther = before !== undefined && before.missing !== last.missing;
  return arrived > 0 || changed || isOther ? { arrived } : null;
}
