import type { Acct } from "#lib/domain/evidence/evidence.ts";
import { drawableName } from "#lib/domain/names/drawable-name.ts";

/** The words on a page's picture: never the display name, and no numbers. */
export type CardWords = { readonly name: string | null };

export const cardWords = (acct: Acct): CardWords => ({ name: drawableName(acct) });
