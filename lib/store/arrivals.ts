import { and, eq, inArray, sql } from "drizzle-orm";
import type { Host, TargetKey } from "#lib/domain/evidence.ts";
import { people } from "./schema.ts";
import type { Store } from "./store.ts";

/** How many people of each server the target's list shows, newcomers included. */
export async function arrivedFrom(
  store: Store,
  checkId: string,
  hosts: readonly Host[],
  target: TargetKey,
): Promise<ReadonlyMap<Host, number>> {
  if (hosts.length === 0) return new Map();
  const found = await store.db
    .select({ host: people.server, arrived: sql<number>`count(*)::int` })
    .from(people)
    .where(
      and(
        eq(people.checkId, checkId),
        inArray(people.server, [...hosts]),
        sql`${people.person}->'in' ? ${target}::text`,
      ),
    )
    .groupBy(people.server);
  return new Map(found.map(({ host, arrived }) => [host, arrived]));
}
