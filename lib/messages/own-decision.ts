import { causeOf } from "#lib/causes/index.ts";

/** A block that is one person's own decision: counted, never named, and nobody is written to. */
export const isOwnDecision = (cause: string | null, onePerson: boolean): boolean =>
  onePerson && causeOf(cause)?.personal === true;
