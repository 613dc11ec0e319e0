import type { Acct, Host } from "./spellings.ts";

/** The name and the server of an acct. A name may hold an `@` on some software, a host never does. */
export function splitAcct(acct: Acct): readonly [user: string, host: Host] {
  const at = acct.lastIndexOf("@");
  return [acct.slice(0, Math.max(0, at)), acct.slice(at + 1)];
}

export const userOf = (acct: Acct): string => splitAcct(acct)[0];
export const serverOf = (acct: Acct): Host => splitAcct(acct)[1];
