/** Longer names are nobody's, and are carried into every page, export and letter. */
const LONGEST = 200;

/** A stranger's free text as long as anybody needs it, cut between two letters. */
export function shortText(text: string | undefined): string | undefined;
export function shortText(text: string | null | undefined): string | null | undefined;
export function shortText(text: string | null | undefined): string | null | undefined {
  return typeof text === "string" && text.length > LONGEST ? text.slice(0, LONGEST).toWellFormed() : text;
}

/** A bio holds the links that prove whose it is, and is looked at for them alone. */
const LONGEST_BIO = 20_000;

export const bioOf = (texts: readonly (string | null | undefined)[]): string | undefined =>
  texts
    .filter((text) => text)
    .join("\n")
    .slice(0, LONGEST_BIO)
    .toWellFormed() || undefined;
