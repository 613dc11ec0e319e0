import type { Acct } from "#lib/domain/evidence.ts";

/** The words on a page's picture. A picture with letters outside its font would ask strangers for another one. */
export type CardWords = { readonly name: string | null };

const ASCII_NAME = /^[a-z0-9_.~+-]{1,30}$/i;

/** The name in the address, where plain letters can write it; never the display name, and no numbers. */
export function cardWords(acct: Acct): CardWords {
  const name = acct.slice(0, acct.lastIndexOf("@"));
  return { name: ASCII_NAME.test(name) ? name : null };
}
