import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, isPassing } from "#lib/domain/evidence/fact.ts";
import type { ListRead, Side } from "#lib/domain/evidence/side.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { ListName } from "../state/run-state.ts";
import { isFresh, isStrangers, keepFacts } from "./keep-fact.ts";

/** The two accounts as they answer now, and as they were known where they do not answer. */
export function keepCheck(earlier: CheckFacts | null, now: CheckFacts, at: Date): CheckFacts {
  if (!earlier) return now;
  const sameAs = (side: Side): Side | undefined => earlier.targets.find(({ key }) => key === side.key);
  return {
    ...now,
    old: keepSide(earlier.old, now.old, at),
    targets: now.targets.map((side) => keepSide(sameAs(side), side, at)),
  };
}

/** A list is read later: what becomes of it is decided at its end. */
const keepSide = (earlier: Side | undefined, now: Side, at: Date): Side => ({
  ...keepFacts(earlier, now, at),
  list: now.list,
});

/** The accounts this check has been about so far: a redirect that was taken away or set anew changes none of them. */
export const targetsBefore = ({ earlier, mode }: Pick<CheckRow, "earlier" | "mode">): readonly Acct[] =>
  mode === "moved" ? (earlier?.targets ?? []).flatMap(({ acct }) => acct ?? []) : [];

/** The reading before, where the list's server broke off this time and that one came to its end not long ago. */
export function readingBefore(
  { earlier }: Pick<CheckRow, "earlier">,
  which: ListName,
  now: Fact<ListRead>,
  at: Date,
): Fact<ListRead> | undefined {
  const before = which === "old" ? earlier?.old.list : earlier?.targets[0]?.list;
  if (!before?.known || before.complete !== true || !isFresh(before, at)) return undefined;
  const passes = isPassing(now) || (now.known && isPassing(stopOf(now.value)));
  return passes || isStrangers(before, now) ? before : undefined;
}

const stopOf = ({ stoppedBy }: ListRead): Fact<unknown> | undefined =>
  stoppedBy === undefined ? undefined : { known: false, gap: stoppedBy };
