/** Why a fact is missing. Pages show it, so that "we do not know" never looks like "all is well". */
export const GAPS = [
  "hidden-by-server",
  "needs-login",
  "needs-signature",
  "signature-refused",
  "refused-us",
  "our-fault",
  "never-met",
  "not-offered",
  "unreachable",
  "refused-robots",
  "over-budget",
  "bad-answer",
  "redacted",
  "not-asked",
] as const;
export type Gap = (typeof GAPS)[number];

export type Source = {
  /**
   * `signed-in`: seen with the mover's own account; `member`: with that of somebody who has one on that server. What a
   * stranger would be shown may be another thing.
   */
  readonly kind: "network" | "signed-in" | "member" | "file" | "told";
  readonly url?: string;
  readonly at: string;
  readonly status?: number;
  /** Nobody was asked: the host is left alone after it was silent, or its address is none to ask at. */
  readonly untried?: true;
};

/** A server showed it to one of its own people, and not to everybody. */
export const isInside = ({ kind }: Pick<Source, "kind">): boolean => kind === "signed-in" || kind === "member";

/** One thing asked: the answer with its source, or the reason there is none. */
export type Fact<T> = Known<T> | Missing;
export type Known<T> = {
  readonly known: true;
  readonly value: T;
  readonly source: Source;
  /** Lists only: read to the end. A list that is not complete proves presence, never absence. */
  readonly complete?: boolean;
};
export type Missing = { readonly known: false; readonly gap: Gap; readonly source?: Source };

/** Left alone because of an earlier failure, maybe somebody else's: nothing is said about a server that was not tried. */
export const isUntried = ({ source }: Missing): boolean => source?.kind === "network" && source.untried === true;

/** Gaps that say nothing about what was asked: nobody answered, we had no request left, or we did something wrong. */
const PASSING: ReadonlySet<Gap> = new Set<Gap>([
  "unreachable",
  "over-budget",
  "bad-answer",
  "our-fault",
  "signature-refused",
]);

export const isPassing = (fact: Fact<unknown> | undefined): boolean =>
  fact !== undefined && !fact.known && PASSING.has(fact.gap);

export const NOT_ASKED: Missing = { known: false, gap: "not-asked" };

export const known = <T>(value: T, source: Source): Known<T> => ({ known: true, value, source });
export const gap = (why: Gap, source?: Source): Missing =>
  source ? { known: false, gap: why, source } : { known: false, gap: why };
