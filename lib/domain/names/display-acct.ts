import { splitAcct } from "./acct.ts";
import { displayHost } from "./host.ts";
import type { Acct } from "./spellings.ts";

type Displayed = { readonly user: string; readonly host: ReturnType<typeof displayHost> };

/** An acct in the parts that are written for reading. */
export function displayAcct(acct: Acct): Displayed {
  const [user, host] = splitAcct(acct);
  return { user, host: displayHost(host) };
}
