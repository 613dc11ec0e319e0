import { and, eq, inArray, sql } from "drizzle-orm";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Home, Person } from "#lib/domain/evidence/person.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { defined } from "#lib/flow/defined.ts";
import { rows } from "../../open/database.ts";
import type { Store } from "../../open/store.ts";
import { people } from "../../tables/schema.ts";
import type { Writing } from "../write.ts";
import { savePeople } from "./people.ts";
import { dropPeople } from "./same-people.ts";

/** Of hundreds on one server a few requests name no more. */
const MOST = 200;

/** Written out, so that the index of these few answers it: a placeholder hides from the planner what is asked for. */
const BY_ADDRESS = sql`people.acct like '%://%'`;
/** Whom the mover follows is in none of the followers' lists. */
const IN_A_LIST = sql`(people.known or people.person->'in' <> '[]'::jsonb)`;

const nextTo = (host: Host) => sql`(${people.server} like ${`%.${host}`} or ${host} like '%.' || ${people.server})`;

/** Handles of domains above or below a server, of people who count or stand in a list and whose address nobody has told. */
export async function handlesAround(store: Store, checkId: string, host: Host): Promise<readonly Acct[]> {
  const unaddressed = sql`(not ${BY_ADDRESS} and not people.person ? 'uri')`;
  const found = await store.db
    .select({ acct: people.acct })
    .from(people)
    .where(and(eq(people.checkId, checkId), unaddressed, IN_A_LIST, nextTo(host)))
    .orderBy(people.acct)
    .limit(MOST);
  return found.map(({ acct }) => acct);
}

/** Addresses without a name on a server, or on one above or below it: people who do not count yet are among them. */
export async function namelessAround(store: Store, checkId: string, host: Host): Promise<readonly string[]> {
  const around = sql`(${people.server} = ${host} or ${nextTo(host)})`;
  const found = await store.db
    .select({ acct: people.acct })
    .from(people)
    .where(and(eq(people.checkId, checkId), BY_ADDRESS, IN_A_LIST, around))
    .orderBy(people.acct)
    .limit(MOST);
  return found.map(({ acct }) => acct);
}

/**
 * How many people may stand there twice: without a name by their address alone, and missing by a name without an
 * address. On each server as many as there are of the rarer kind; a domain and a host below it count as one server.
 */
export async function countUnmatched({ tx, checkId }: Writing): Promise<number> {
  const [found] = await rows<{ count: number }>(
    tx,
    sql`
    with nameless as (
      select server, count(*)::int as count from people
      where check_id = ${checkId} and ${BY_ADDRESS} and ${IN_A_LIST} group by server
    ), unaddressed as (
      select server, count(*)::int as count from people
      where check_id = ${checkId} and missing and not person ? 'uri' and not ${BY_ADDRESS} group by server
    ), beside as (
      select nameless.server, least(min(nameless.count), sum(unaddressed.count))::int as count
      from nameless join unaddressed on unaddressed.server = nameless.server
        or unaddressed.server like '%.' || nameless.server or nameless.server like '%.' || unaddressed.server
      group by nameless.server
    )
    select least(coalesce(sum(count), 0), (select coalesce(sum(count), 0) from unaddressed))::int as count from beside`,
  );
  return found?.count ?? 0;
}

/** `address`: what stood in the place of the handle. */
export type Naming = { readonly address: string; readonly acct: Acct; readonly home?: Fact<Home> };

/** Who was known by an address alone is known by a handle from now on, and is one with the person who has that handle already. */
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
