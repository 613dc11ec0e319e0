/** What the page says that stands in when its frame fails in the browser. */
export type BrokenWords = {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly site: string;
  readonly title: string;
  readonly what: string;
  readonly again: string;
  readonly start: string;
};

/** Said where the frame left no words: a page that came without it, or one that was broken twice. */
export const BROKEN_IN_ENGLISH: BrokenWords = {
  lang: "en",
  dir: "ltr",
  site: "Housewarming",
  title: "Something broke on our side",
  what: "It’s our mistake, not yours. A running check goes on, and nothing it found is gone.",
  again: "Try again",
  start: "Go to the start page",
};

/**
 * The frame leaves them in the document, in its reader's language: a table of all languages would go to everybody as
 * script, and one that is fetched when something broke may not come.
 */
export const brokenAttribute = (words: BrokenWords) => ({ "data-broken": JSON.stringify(words) });

/** From what stands in the document while the failed frame is still there. */
export function brokenWordsIn(left: string | undefined): BrokenWords {
  try {
    return { ...BROKEN_IN_ENGLISH, ...(JSON.parse(left ?? "{}") as Partial<BrokenWords>) };
  } catch {
    return BROKEN_IN_ENGLISH;
  }
}
