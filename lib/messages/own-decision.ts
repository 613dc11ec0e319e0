import { causeOf, type JudgedCause } from "#lib/causes/index.ts";

/** A block that is one person's own decision: counted, never named, and nobody is written to. */
export const isOwnDecision = (cause: JudgedCause | null, onePerson: boolean): boolean =>
  onePerson && causeOf(cause)?.personal === true;
