import { and, eq, inArray, sql } from "drizzle-orm";
import type { Acct, Host, Person } from "#lib/domain/evidence/evidence.ts";
import { rows } from "../open/database.ts";
import { toJson } from "../tables/json.ts";
import { servers } from "../tables/schema.ts";
import { savePeople } from "./people.ts";
import { inSlices } from "./slices.ts";
import type { Writing } from "./write.ts";

/**
 * Whoever one list named by handle and another by address alone stands here twice, under two names: what is known of
 * the guessed one goes over to the other. The hosts on which nobody
 * known from before is left.
 */
export async function joinSamePeople(on: Writing): Promise<readonly Host[]> {
  const pairs = await samePeople(on);
  if (pairs.length === 0) return [];
  await savePeople(on, pairs.map(asNamed));
  const guessed = pairs.map(({ guess }) => guess.acct);
  for (const slice of inSlices(guessed)) await dropPeople(on, slice);
  const hosts = await withoutFollowers(on, [...new Set(pairs.map(({ guess }) => guess.server))]);
  await dropEmpty(on, hosts);
  return hosts;
}

type Pair = { readonly guess: Person; readonly acct: Acct; readonly server: Host };

function samePeople({ tx, checkId }: Writing): Promise<readonly Pair[]> {
  return rows<Pair>(
    tx,
    sql`
    select g.person as guess, named.acct, named.server from people g
    join people named on named.check_id = g.check_id and named.person->>'uri' = g.person->>'uri'
      and not named.person ? 'guessed'
    where g.check_id = ${checkId} and g.person ? 'guessed'`,
  );
}

const asNamed = ({ guess: { guessed: _, home: __, ...person }, acct, server }: Pair): Person => ({
  ...person,
  acct,
  server,
});

/** The counts of their servers follow in the same statement. */
function dropPeople({ tx, checkId, rev }: Writing, accts: readonly Acct[]): Promise<unknown> {
  const given = toJson(accts);
  return tx.execute(sql`
    with gone as (
      delete from people where check_id = ${checkId} and acct in (select jsonb_array_elements_text(${given}::jsonb))
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
