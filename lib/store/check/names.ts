import { and, eq, inArray, like, sql } from "drizzle-orm";
import type { Acct, Home, Host, Person } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import { defined } from "#lib/flow/defined.ts";
import { rows } from "../open/database.ts";
import type { Store } from "../open/store.ts";
import { people } from "../tables/schema.ts";
import { savePeople } from "./people.ts";
import { dropPeople } from "./same-people.ts";
import type { Writing } from "./write.ts";

/** Of hundreds on one server a few requests name no more. */
const MOST = 200;

const ADDRESS = "%://%";

/** Addresses without a name on a server, or on one above or below it: people who do not count yet are among them. */
export async function namelessAround(store: Store, checkId: string, host: Host): Promise<readonly string[]> {
  const around = sql`(${people.server} = ${host} or ${people.server} like ${`%.${host}`} or ${host} like '%.' || ${people.server})`;
  const found = await store.db
    .select({ acct: people.acct })
    .from(people)
    .where(and(eq(people.checkId, checkId), like(people.acct, ADDRESS), around))
    .orderBy(people.acct)
    .limit(MOST);
  return found.map(({ acct }) => acct);
}

/** Whether a server has people without a name beside missing ones without an address: some of both may be the same. */
export async function hasUnmatched({ tx, checkId }: Writing): Promise<boolean> {
  const found = await rows<unknown>(
    tx,
    sql`
    select 1 from people nameless join people missing on missing.check_id = nameless.check_id
      and missing.server = nameless.server and missing.missing and not missing.person ? 'uri'
    where nameless.check_id = ${checkId} and nameless.acct like ${ADDRESS} limit 1`,
  );
  return found.length > 0;
}

/** `address`: what stood in the place of the handle. */
export type Naming = { readonly address: string; readonly acct: Acct; readonly home?: Fact<Home> };

/** Who was known by an address alone is known by a handle from now on, and is one with whoever has that handle already. */
export async function giveNames(on: Writing, namings: readonly Naming[]): Promise<void> {
  if (namings.length === 0) return;
  const met = new Map(
    (
      await on.tx
        .select({ acct: people.acct, server: people.server, person: people.person })
        .from(people)
        .where(
          and(
            eq(people.checkId, on.checkId),
            inArray(
              people.acct,
              namings.flatMap(({ address, acct }) => [address, acct]),
            ),
          ),
        )
    ).map((row) => [row.acct, row]),
  );
  const named = namings.flatMap(({ address, acct, home }): Person[] => {
    const before = met.get(address);
    if (!before) return [];
    const server = met.get(acct)?.server ?? before.server;
    return [{ ...before.person, acct, server, uri: address, ...defined({ home }) }];
  });
  await savePeople(on, named);
  await dropPeople(
    on,
    namings.map(({ address }) => address).filter((address) => met.has(address)),
  );
}
