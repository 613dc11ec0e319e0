import type { Person } from "#lib/domain/evidence/person.ts";
import { splitAcct } from "#lib/domain/names/acct.ts";
import { isNamed } from "#lib/domain/names/address.ts";
import type { OneOfTheirs } from "#lib/fediverse/find/account.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Asking } from "./visit.ts";

/** An address is nobody's name: he is asked for at it alone. */
export const whoIs = (server: Asking["server"], person: Person): OneOfTheirs => ({
  server,
  ...(isNamed(person) ? { user: splitAcct(person.acct)[0] } : {}),
  ...defined({ uri: person.uri || undefined }),
});
