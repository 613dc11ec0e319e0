import type { BlockList, BlockRow } from "#lib/domain/blocks/block-match.ts";
import { type Fact, gap } from "#lib/domain/evidence/fact.ts";

/** The longest lists in use have a few thousand rows. */
const MOST_ROWS = 50_000;
/** Patterns are tried one by one against each name; this many letters of them take a tenth of a second. */
const MOST_PATTERN = 100_000;

/** A list made to cost time is not judged, not even in part: a row beyond the cut may be an exception to one before it. */
export function withinBudget(list: Fact<BlockList>): Fact<BlockList> {
  return !list.known || fitsBudget(list.value) ? list : gap("bad-answer", list.source);
}

export const fitsBudget = ({ rows, allowed = [] }: Pick<BlockList, "rows" | "allowed">): boolean =>
  rows.length + allowed.length <= MOST_ROWS && patternsIn(rows) + patternsIn(allowed) <= MOST_PATTERN;

/** A masked row has a digest, or stands in a list of a software that has no patterns and few rows without digest. */
const patternsIn = (rows: readonly BlockRow[]): number =>
  rows.reduce(
    (sum, { domain = "", digest }) => sum + (digest === undefined && isPattern(domain) ? domain.length : 0),
    0,
  );

const isPattern = (domain: string): boolean => domain.length <= 255 && /[*?[]/.test(domain);
