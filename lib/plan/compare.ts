import type { Report } from "#lib/contract/report.ts";
import { canBeTarget, canSendMove } from "#lib/software/abilities.ts";

export type Candidate = NonNullable<Report["candidates"]>[number];

/** One candidate's numbers as they are shown. They add up to everybody in the list. */
export type Compared = {
  readonly candidate: Candidate;
  /** For these nothing that can be seen stands in the way. */
  readonly low: number;
  /** With those whose server does not publish enough to tell. */
  readonly high: number;
  readonly waits: number;
  /** Who could come to another server. */
  readonly cannot: number;
  readonly unknown: number;
  /** Why no move can lead there at all. */
  readonly closedBy: ClosedBy | null;
};
type ClosedBy = "software" | "block" | "no-account" | "redirects" | "old-software";

export type Comparison = {
  readonly total: number;
  /** Who comes to none of them. */
  readonly lost: number;
  readonly lostBy: Readonly<Record<string, number>>;
  /** As they were named while numbers still change, then the surest first. */
  readonly candidates: readonly Compared[];
  /** The surest of those that a move can lead to. */
  readonly best: Compared | null;
  /** Who hears from the old account today, at most, and who no longer does. */
  readonly staying: { readonly atMost: number; readonly unreachable: number };
};

export function compare(report: Report, ended: boolean): Comparison {
  const { candidates = [], lostWhatever, staying } = report;
  const lost = lostWhatever?.count ?? 0;
  const named = candidates.map((candidate) => numbersOf(report, candidate, lost));
  const total = Math.max(0, ...named.map(({ high, waits, cannot }) => high + waits + cannot + lost));
  const ranked = ended ? [...named].sort(surestFirst) : named;
  const unreachable = staying?.unreachable ?? 0;
  return {
    ...{ total, lost, lostBy: lostWhatever?.byCause ?? {} },
    candidates: ranked,
    best: ended ? (ranked.find(({ closedBy, high }) => closedBy === null && high > 0) ?? null) : null,
    staying: { atMost: total - unreachable, unreachable },
  };
}

function numbersOf(report: Report, candidate: Candidate, lost: number): Compared {
  const { clear, clearOrUnknown, waits, cannot, unknown } = candidate;
  const numbers = { low: clear, high: clearOrUnknown, waits, cannot: cannot - lost, unknown };
  return { candidate, ...numbers, closedBy: whyClosed(report, candidate) };
}

const CLOSING = {
  "old-and-new-block": "block",
  "new-account-gone": "no-account",
  "new-account-redirects": "redirects",
} as const;

function whyClosed({ old }: Report, { software, warnings }: Candidate): ClosedBy | null {
  if (old.software && canSendMove(old.software) === false) return "old-software";
  if (software && canBeTarget(software) === false) return "software";
  const closing = warnings.flatMap(({ id }) => (id in CLOSING ? [CLOSING[id as keyof typeof CLOSING]] : []));
  return closing[0] ?? null;
}

/** Nobody comes where no move leads. Names settle what numbers do not, so that the order never changes by itself. */
function surestFirst(one: Compared, other: Compared): number {
  return (
    Number(one.closedBy !== null) - Number(other.closedBy !== null) ||
    other.low - one.low ||
    other.high - one.high ||
    other.waits - one.waits ||
    (one.candidate.server < other.candidate.server ? -1 : 1)
  );
}
