import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Acct, Host, TargetKey } from "#lib/domain/names/spellings.ts";
import type { Store } from "../../open/store.ts";
import { storable } from "../../tables/json.ts";
import { people } from "../../tables/schema.ts";

/** How many people of each server the target's list shows, newcomers included and the mover's own accounts left out. */
export async function arrivedFrom(
  store: Store,
  checkId: string,
  hosts: readonly Host[],
  target: TargetKey,
  own: readonly Acct[],
): Promise<ReadonlyMap<Host, number>> {
  if (hosts.length === 0) return new Map();
  const found = await store.db
    .select({ host: people.server, arrived: sql<number>`count(*)::int` })
    .from(people)
    .where(
      and(
        eq(people.checkId, checkId),
        inArray(people.server, [...hosts]),
        notInArray(people.acct, [...own]),
        sql`${people.person}->'in' ? ${target}::text`,
      ),
    )
    .groupBy(people.server);
  return new Map(found.map(({ host, arrived }) => [host, arrived]));
}

/** `allNamed`: everybody in the new list has an address, so that one not found there is not there. */
export type Arrivals = { readonly byAddress: ReadonlyMap<string, Acct>; readonly allNamed: boolean };

const isHere = sql`${people.person}->'in' <> '[]'::jsonb`;

/** Which of the given actors stand in a new list, by the addresses that lists give. */
export async function readArrivals(store: Store, checkId: string, addresses: readonly string[]): Promise<Arrivals> {
  if (addresses.length === 0) return { byAddress: new Map(), allNamed: false };
  const address = sql<string>`${people.person}->>'uri'`;
  const found = await store.db
    .select({ acct: people.acct, address })
    .from(people)
    .where(and(eq(people.checkId, checkId), isHere, inArray(address, addresses.map(storable))));
  const nameless = await store.db
    .select({ acct: people.acct })
    .from(people)
    .where(and(eq(people.checkId, checkId), isHere, sql`not ${people.person} ? 'uri'`))
    .limit(1);
  return { byAddress: new Map(found.map((row) => [row.address, row.acct])), allNamed: nameless.length === 0 };
}
