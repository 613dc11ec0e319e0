import type { Mode } from "./evidence.ts";
import type { Reading, ReadingName, ReadingSet, Readings } from "./reading.ts";
import type { Certainty, Group } from "./verdict.ts";

/** `no` is decided; a reading that is a gap is never handed to `judge` and ends as undecided. */
export type Ruling = Certainty | "no";

/**
 * A reason why a follower is missing. Pure: the same readings, the same ruling.
 * A positive cause rests on something seen; a residual one holds only when every positive one is decided no.
 */
export type Cause<Id extends string = string, Needs extends ReadingName = ReadingName> = {
  readonly id: Id;
  readonly group: Group;
  readonly kind: "positive" | "residual";
  readonly modes: readonly Mode[];
  /** The readings `judge` may look at; the runner turns a gap in any of them into "undecided, because …". */
  readonly needs: readonly Needs[];
  /** Settled without all readings: false means the cause cannot apply here, which is no, not undecided. */
  readonly applies?: (readings: ReadingSet) => boolean;
  readonly judge: (readings: Pick<KnownReadings, Needs>) => Ruling;
};

export type KnownReadings = { readonly [Name in ReadingName]: Extract<Reading<Readings[Name]>, { known: true }> };

/** Keeps the literal id and the exact readings in the type, and forgets the latter for the table. */
export function defineCause<const Id extends string, const Needs extends ReadingName>(
  cause: Cause<Id, Needs>,
): Cause<Id> {
  return cause as unknown as Cause<Id>; // sound because diagnose() hands over every reading named in `needs`
}
