/** Longer names are nobody's, and are carried into every page, export and letter. */
const LONGEST = 200;

/** A stranger's free text as long as anybody needs it, cut between two letters. */
export function shortText(text: string | undefined): string | undefined;
export function shortText(text: string | null | undefined): string | null | undefined;
export function shortText(text: string | null | undefined): string | null | undefined {
  return typeof text === "string" && text.length > LONGEST ? text.slice(0, LONGEST).toWellFormed() : text;
}
