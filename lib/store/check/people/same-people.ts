import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { rows } from "../../open/database.ts";
import { toJson } from "../../tables/json.ts";
import { servers } from "../../tables/schema.ts";
import { inSlices } from "../slices.ts";
import type { Writing } from "../write.ts";
import { anyOf, savePeople } from "./people.ts";

/**
 * People are their actor: who has two names and one address, or a name in one list and the address alone in another,
 * stands here twice. What is known of both goes over to one of the names: to a handle before an address, to the name in
 * the new list before one of the old. The hosts on which nobody known from before is left.
 */
export async function joinSamePeople(on: Writing): Promise<readonly Host[]> {
  const pairs = await samePeople(on);
  if (pairs.length === 0) return [];
  await savePeople(on, pairs.map(asOne));
  for (const slice of inSlices(pairs.map(({ other }) => other.acct))) await dropPeople(on, slice);
  const hosts = await withoutFollowers(on, [...new Set(pairs.map(({ other }) => other.server))]);
  await dropEmpty(on, hosts);
  return hosts;
}

type Pair = { readonly other: Person; readonly acct: Acct; readonly server: Host };

const samePeople = ({ tx, checkId }: Writing): Promise<readonly Pair[]> => rows<Pair>(tx, samePeopleIn(checkId));

/**
 * Only those with an address that is there twice are ranked. The join goes through all who are ranked for each of them,
 * because other ways of joining are switched off (`open/planner.ts`): of 200,000 people that would never end.
 */
export const samePeopleIn = (checkId: string): SQL => sql`
  with twice as (
    select person->>'uri' uri from people where check_id = ${checkId} and person ? 'uri' group by 1 having count(*) > 1
  ), ranked as (
    select acct, server, person, person->>'uri' uri, row_number() over (
      partition by person->>'uri' order by acct like '%://%', person->'in' = '[]', acct
    ) rank from people where check_id = ${checkId} and person->>'uri' in (select uri from twice)
  )
  select other.person as other, one.acct, one.server from ranked other join ranked one
    on one.uri = other.uri and one.rank = 1 where other.rank > 1`;

/** The question what became of an account was asked by the name that stays. */
const asOne = ({ other: { home: _, ...person }, acct, server }: Pair): Person => ({
  ...person,
  acct,
  server,
});

/** The counts of their servers follow in the same statement. */
export function dropPeople({ tx, checkId, rev }: Writing, accts: readonly Acct[]): Promise<unknown> {
  const given = toJson(accts);
  return tx.execute(sql`
    with gone as (
      delete from people where check_id = ${checkId} and acct = ${anyOf(given)}
      returning server, known, missing
    ), difference as (select server, sum(known::int) known, sum(missing::int) missing from gone group by server)
    update servers set known = servers.known - difference.known, missing = servers.missing - difference.missing,
      stale = true, rev = ${rev}
    from difference where servers.check_id = ${checkId} and servers.host = difference.server`);
}

async function withoutFollowers({ tx, checkId }: Writing, hosts: readonly Host[]): Promise<readonly Host[]> {
  const found = await tx
    .select({ host: servers.host })
    .from(servers)
    .where(and(eq(servers.checkId, checkId), inArray(servers.host, hosts), eq(servers.known, 0)));
  return found.map(({ host }) => host);
}

async function dropEmpty({ tx, checkId }: Writing, hosts: readonly Host[]): Promise<void> {
  const nobody = sql`not exists (select from people where check_id = ${checkId} and server = ${servers.host})`;
  await tx.delete(servers).where(and(eq(servers.checkId, checkId), inArray(servers.host, hosts), nobody));
}
