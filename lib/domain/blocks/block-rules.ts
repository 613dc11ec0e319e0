/**
 * How a software decides whether a row of its list means a host, and how it hides names in what it publishes. The rules
 * stand in `lib/software`: one matcher for all would call people blocked who are not, and miss others who are.
 */
export type MatchRule = {
  /** A plain name means everything below it too. */
  readonly below: boolean;
  /** Spellings with `*` that this software obeys. Elsewhere such a row blocks nothing. */
  readonly wildcards: readonly Wildcard[];
  /** One row decides about a name, the longest; an exception below a blocked name may go unpublished. */
  readonly longestWins: boolean;
  readonly mask: Mask | null;
  /** Compared without a leading `www.`. */
  readonly dropsWww?: boolean;
  /** Allowed servers are compared by the whole name even where blocked ones are not. */
  readonly allowsExactly?: boolean;
  /** Which names of a server a row is compared with, those of handles or those of actors. Left out: nobody has read it. */
  readonly compares?: readonly HostName[];
  /** Compared in some cases only, so that a row for it is likely to stop a Move and no more. */
  readonly sometimesCompares?: readonly HostName[];
};
/** A server's two names: the domain in its handles, and the host of its actors. Most have one for both. */
export type HostName = "handle" | "actor";
/** `lead`: `*.x` is x and all below. `trail`: `x.*` is x under any ending. `glob`: shell patterns, and `*.x` is not x. */
type Wildcard = "lead" | "trail" | "glob";
/** The published form of a name; the same length, so a masked row can be tested against a name and never read. */
export type Mask = (name: string) => string;

/** A name with the letters starred out that are hidden. */
export function starred(name: string, hidden: (at: number, length: number, letter: string) => boolean): string {
  const letters = [...name];
  return letters.map((letter, at) => (hidden(at, letters.length, letter) ? "*" : letter)).join("");
}

export const EXACT: MatchRule = { below: false, wildcards: [], longestWins: false, mask: null };
export const BELOW: MatchRule = { ...EXACT, below: true };
