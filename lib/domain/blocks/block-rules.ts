/**
 * How each software decides whether a row of its list means a host, and how it hides names in what it publishes.
 * One matcher for all would call people blocked who are not, and miss others who are.
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
};
/** `lead`: `*.x` is x and all below. `trail`: `x.*` is x under any ending. `glob`: shell patterns, and `*.x` is not x. */
type Wildcard = "lead" | "trail" | "glob";
/** The published form of a name; the same length, so a masked row can be tested against a name and never read. */
export type Mask = (name: string) => string;

const star = (name: string, hidden: (at: number, length: number, letter: string) => boolean): string => {
  const letters = [...name];
  return letters.map((letter, at) => (hidden(at, letters.length, letter) ? "*" : letter)).join("");
};

/** The middle half; dots stay. */
export const mastodonMask: Mask = (name) =>
  star(name, (at, length, letter) => {
    const kept = Math.floor(length / 4);
    return letter !== "." && at > kept && at < length - kept;
  });

/** Every letter at fixed places, dots too. */
export const gotosocialMask: Mask = (name) => star(name, (at) => at % 3 === 1 || at % 5 === 1);

/** All but three letters at each end, fewer where the name is short; dots stay. */
export const akkomaMask: Mask = (name) =>
  star(name, (at, length, letter) => {
    const [first, last] = akkomaKeeps(length - 6);
    return letter !== "." && at >= first && at < length - last;
  });
const akkomaKeeps = (spare: number): readonly [number, number] =>
  spare > 1 ? [3, 3] : [2 - Math.trunc((1 - spare) / 2), 2 + Math.trunc(spare / 2)];

const EXACT: MatchRule = { below: false, wildcards: [], longestWins: false, mask: null };
const BELOW: MatchRule = { ...EXACT, below: true };

export type MatchRuleId =
  | "mastodon"
  | "akkoma"
  | "pleroma"
  | "misskey"
  | "gotosocial"
  | "friendica"
  | "lemmy"
  | "piefed"
  | "mbin"
  | "peertube";
export const MATCH_RULES: Readonly<Record<MatchRuleId, MatchRule>> = {
  mastodon: { ...BELOW, longestWins: true, mask: mastodonMask, allowsExactly: true },
  akkoma: { ...BELOW, wildcards: ["lead", "trail"], mask: akkomaMask },
  pleroma: { ...EXACT, wildcards: ["lead"] },
  misskey: BELOW,
  gotosocial: { ...BELOW, mask: gotosocialMask },
  friendica: { ...EXACT, wildcards: ["glob"] },
  lemmy: EXACT,
  // Its admins import lists in which others hid names, so a star may stand anywhere in them.
  piefed: { ...EXACT, mask: mastodonMask },
  mbin: { ...EXACT, dropsWww: true },
  peertube: EXACT,
};
