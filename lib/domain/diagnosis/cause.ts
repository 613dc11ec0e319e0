import type { Mode } from "../evidence/evidence.ts";
import type { KnownReadings, ReadingName, ReadingSet } from "../readings/reading.ts";
import type { Consequences } from "./consequences.ts";
import type { Certainty, Group } from "./verdict.ts";

/** `no` is decided; a reading that is a gap is never handed to `judge` and ends as undecided. */
export type Ruling = Certainty | "no";

/**
 * A reason why a follower is missing. Pure: the same readings, the same ruling.
 * A positive cause rests on something seen; a residual one holds only when every positive one is decided no.
 * What follows from it stands beside it, and nowhere else.
 */
export type Cause<
  Id extends string = string,
  Needs extends ReadingName = ReadingName,
  Scope extends ReadingName = ReadingName,
> = {
  readonly id: Id;
  readonly group: Group;
  readonly kind: "positive" | "residual";
  readonly modes: readonly Mode[];
  /** The readings `applies` may look at, gaps and all. */
  readonly scope?: readonly Scope[];
  /** False where the cause cannot apply (software, position): that is no, not undecided. */
  readonly applies?: (readings: Pick<ReadingSet, Scope>) => boolean;
  /** The readings `judge` may look at; the runner turns a gap in any of them into "undecided, because …". */
  readonly needs: readonly Needs[];
  readonly judge: (readings: Pick<KnownReadings, Needs>) => Ruling;
  /** Proven, it comes before the causes that only explain why somebody did not come along by himself. */
  readonly seenComesFirst?: true;
  /** A residual that time alone may settle: undecided, it stands as possible and keeps those after it at possible. */
  readonly standsOpen?: true;
} & Consequences;

/** Keeps the literal id and the exact readings in the type, and forgets the latter for the table. */
export function defineCause<
  const Id extends string,
  const Needs extends ReadingName,
  const Scope extends ReadingName = never,
>(cause: Cause<Id, Needs, Scope>): Cause<Id> {
  return cause as unknown as Cause<Id>; // sound because diagnose() hands over every reading named in `needs` and `scope`
}
