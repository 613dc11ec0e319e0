import { serverOf } from "#lib/domain/names/acct.ts";
import { drawableName } from "#lib/domain/names/drawable-name.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";

/** The words on a page's picture: name and address, never the display name, and no numbers. */
export type CardWords = { readonly name: string | null; readonly address: string };

export const cardWords = (acct: Acct): CardWords => {
  const name = drawableName(acct);
  // Hosts are kept in letters that the picture has.
  return { name, address: name === null ? serverOf(acct) : `@${acct}` };
};
