import type { Known } from "#lib/domain/evidence/fact.ts";
import type { ListRead, Side } from "#lib/domain/evidence/side.ts";
import { factsOf } from "#lib/software/index.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { ListName } from "../state/run-state.ts";
import { isByItself } from "./by-itself.ts";

/** Shorter lists cost a few requests, and are read to their end. */
const LONG = 2_000;
const DAY = 86_400_000;
/** A look after a week reads a long old list as a whole; those of the first days do not. */
const OLD_LIST_MS = 6 * DAY;

/**
 * What an earlier reading says of a long list, where a look need not read it all again: who came since stands at the
 * young end of the new one, and of the old one nothing is learnt from one day to the next that matters as much.
 */
export function longListBefore(
  row: Pick<CheckRow, "cursor" | "earlier">,
  which: ListName,
  side: Pick<Side, "software">,
  now: Date,
): Known<ListRead> | undefined {
  const before = which === "old" ? row.earlier?.old.list : row.earlier?.targets[0]?.list;
  if (!isByItself(row) || !before?.known || before.complete !== true || before.value.read < LONG) return undefined;
  if (which === "old") return now.getTime() - Date.parse(before.source.at) < OLD_LIST_MS ? before : undefined;
  const software = side.software.known ? factsOf(side.software.value.name) : undefined;
  return software?.youngestFirst ? before : undefined;
}

/** The new list by its young end: as long as before, and the people who are new in it. */
export const lengthened = (before: Known<ListRead>, fresh: number, at: string): Known<ListRead> => ({
  ...before,
  value: { ...before.value, read: before.value.read + fresh },
  source: { ...before.source, at },
});
