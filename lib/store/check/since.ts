import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { rows } from "../open/database.ts";
import type { Store } from "../open/store.ts";
import { people, servers } from "../tables/schema.ts";
import type { SaidBefore, VerdictChanges } from "../tables/types.ts";

/** Those who were missing when the lists were read the time before, and are not any more. */
export async function arrivedSince(store: Store, checkId: string): Promise<readonly Acct[]> {
  const found = await store.db
    .select({ acct: people.acct })
    .from(people)
    .where(and(eq(people.checkId, checkId), people.wasMissing, eq(people.missing, false)))
    .orderBy(people.acct);
  return found.map(({ acct }) => acct);
}

const SURENESS = sql`array['possible', 'likely', 'proven']`;

/** Of those who were missing then and are now: whose reason is another one, or surer. */
export async function verdictsSince(store: Store, checkId: string): Promise<VerdictChanges> {
  const certainty = sql`(select outcome.value->>'certainty' from jsonb_each(verdict) outcome limit 1)`;
  const [found] = await rows<VerdictChanges>(
    store.db,
    sql`
    with twice as (
      select was_cause was, cause is_now, array_position(${SURENESS}, was_certainty) was_sure,
        array_position(${SURENESS}, ${certainty}) sure
      from people where check_id = ${checkId} and was_missing and missing
    )
    select count(*) filter (where was is null and is_now is not null)::int explained,
      count(*) filter (where was = is_now and sure > was_sure)::int surer,
      count(*) filter (where was <> is_now)::int otherwise,
      count(*) filter (where was is not null and is_now is null)::int open
    from twice`,
  );
  return found ?? { explained: 0, surer: 0, otherwise: 0, open: 0 };
}

export type AskedTwice = { readonly host: Host; readonly before: SaidBefore; readonly now: ServerFacts };

export async function askedTwice(store: Store, checkId: string): Promise<readonly AskedTwice[]> {
  const found = await store.db
    .select({ host: servers.host, before: servers.saidBefore, now: servers.facts })
    .from(servers)
    .where(and(eq(servers.checkId, checkId), eq(servers.state, "done"), isNotNull(servers.saidBefore)))
    .orderBy(servers.host);
  return found.flatMap(({ host, before, now }) => (before && now ? [{ host, before, now }] : []));
}
