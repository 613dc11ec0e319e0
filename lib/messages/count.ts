/** What the mover's own server allows in one post; Mastodon's own figures where it says nothing. */
export type PostLimits = { readonly maxCharacters: number; readonly charactersPerUrl: number };
export const USUAL_LIMITS: PostLimits = { maxCharacters: 500, charactersPerUrl: 23 };

const LINK = /https?:\/\/[^\s<>"]+/giu;
// Punctuation behind a link belongs to the sentence.
const BEHIND_LINK = /[.,:;!?'")\]}…]+$/u;
// A name behind a letter, a slash or an equals sign is part of something else: an address written without its first @.
const MENTION = /(?<![=/\p{L}\p{N}_])(@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@[\p{L}\p{N}_.-]*[\p{L}\p{N}_]/giu;

/** Letters of Europe's west and the signs of its sentences: none of them joins with its neighbour. */
const PLAIN = /^[\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*$/u;

let graphemes: Intl.Segmenter | undefined;

/** The first one costs a phone as much as drawing a page, and few texts need it. */
const segmenter = (): Intl.Segmenter => {
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return graphemes;
};

/** Counts as Mastodon does: what a reader sees as one character, links at a fixed price, mentions without their server. */
export function countCharacters(text: string, { charactersPerUrl }: PostLimits = USUAL_LIMITS): number {
  const priced = text.replace(LINK, (link) => "x".repeat(charactersPerUrl) + (BEHIND_LINK.exec(link)?.[0] ?? ""));
  return countGraphemes(priced.replace(MENTION, "$1"));
}

export function countGraphemes(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter().segment(text)) count += 1;
  return count;
}
