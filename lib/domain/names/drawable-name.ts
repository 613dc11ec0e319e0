import { userOf } from "./acct.ts";
import type { Acct } from "./spellings.ts";

const PLAIN = /^[a-z0-9_.~+-]{1,30}$/i;

/** The name in an address where plain letters can write it: pictures have a font for no others. */
export function drawableName(acct: Acct): string | null {
  const name = userOf(acct);
  return PLAIN.test(name) ? name : null;
}
