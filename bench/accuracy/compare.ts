import { ARRIVED, causeOf } from "#lib/causes/index.ts";
import { serverGone } from "#lib/causes/server-gone.ts";
import type { Report } from "#lib/contract/report.ts";
import type { TruthFile } from "#world/truth/truth.ts";

type Followers = NonNullable<Report["followers"]>;
type Told = Pick<Followers[number], "acct" | "cause" | "certainty" | "reach">;
type True = Pick<
  TruthFile["followers"][number],
  "acct" | "savedAs" | "atWeb" | "cause" | "holds" | "reach" | "visible" | "position"
>;

/** What the report says of one person beside what is true of him. */
export type Pair = { readonly told: Told; readonly truth: True };

/** Causes that say that somebody shut somebody out. Said of one who is open, each of them is an accusation. */
const isBlock = (cause: string): boolean => Boolean(causeOf(cause)?.stands);
/** The report does not commit itself. */
const OPEN_ENDED: ReadonlySet<string> = new Set(["unknown", "unexplained"]);

/** People whom the report names. Those only the truth knows are in a list that nobody could read. */
export function pairsOf(followers: readonly Told[], truths: readonly True[]): readonly Pair[] {
  const byAcct = new Map(truths.flatMap((truth) => namesOf(truth).map((name) => [name, truth])));
  return followers.flatMap((told) => {
    const truth = byAcct.get(told.acct);
    return truth ? [{ told, truth }] : [];
  });
}

/** Who was renamed has the name of the saved list too, and whom a list names by his address the host of that address. */
const namesOf = ({ acct, savedAs, atWeb }: True): readonly string[] =>
  [acct, savedAs, atWeb].filter((name) => name !== undefined);

export const strangersIn = (followers: readonly Told[], truths: readonly True[]): readonly string[] => {
  const known = new Set(truths.flatMap(namesOf));
  return followers.flatMap(({ acct }) => (known.has(acct) ? [] : [acct]));
};

/** One person under two of his names: counted twice, and written to twice. */
export const twiceIn = (pairs: readonly Pair[]): readonly string[] =>
  [...Map.groupBy(pairs, ({ truth }) => truth).values()].flatMap((same) =>
    same.length > 1 ? [same.map(({ told }) => told.acct).join()] : [],
  );

export const said = ({ told }: Pair): string => told.cause ?? "unknown";
const holds = ({ truth }: Pair, cause: string): boolean => truth.cause === cause || truth.holds.includes(cause);

export const isRight = (pair: Pair): boolean => holds(pair, said(pair));
/** A cause is named, and it is none of those that hold. */
export const isGuess = (pair: Pair): boolean => !OPEN_ENDED.has(said(pair)) && !isRight(pair);
export const isFalseBlock = (pair: Pair): boolean =>
  (isBlock(said(pair)) && !isRight(pair)) || (pair.told.reach === "blocked" && !isShutOut(pair));
export const isFalseProof = (pair: Pair): boolean => pair.told.certainty === "proven" && isGuess(pair);

/** Following works, or waits for an OK: said of somebody who is gone or shut out it sends the mover the wrong way. */
export const isFalseHope = ({ told, truth }: Pair): boolean =>
  (told.reach === "works" || told.reach === "waits") && (truth.reach === "gone" || truth.reach === "blocked");

/** Being gone does not end a block: a dead server's published list stays true. */
const isShutOut = ({ truth }: Pair): boolean => truth.reach === "blocked" || truth.holds.some(isBlock);

/** One try shows that a server is silent; that it is gone only a second one shows, a day later. */
export const needsADay = (pair: Pair): boolean => pair.truth.cause === serverGone.id && !isRight(pair);
/** Somebody whom the new list names needs no cause. */
export const isMissing = ({ truth }: Pick<Pair, "truth">): boolean => !ARRIVED.has(truth.cause);
export const isVisible = (pair: Pair): boolean => isMissing(pair) && pair.truth.visible && !needsADay(pair);
