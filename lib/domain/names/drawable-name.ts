import type { Acct } from "../evidence/evidence.ts";

const PLAIN = /^[a-z0-9_.~+-]{1,30}$/i;

/** The name in an address where plain letters can write it: pictures have a font for no others. */
export function drawableName(acct: Acct): string | null {
  const name = acct.slice(0, acct.lastIndexOf("@"));
  return PLAIN.test(name) ? name : null;
}
