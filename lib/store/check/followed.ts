import { and, eq, inArray, sql } from "drizzle-orm";
import type { ServerSummary } from "#lib/domain/diagnosis/verdict.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { rows } from "../open/database.ts";
import type { Store } from "../open/store.ts";
import { people } from "../tables/schema.ts";
import type { Writing } from "./write.ts";

/**
 * Whom the mover follows, before a move. They stand among the people of the check with `youFollow`: who is a follower as
 * well is one row, and who is not is neither known nor missing.
 */
export type FollowedHost = {
  readonly host: Host;
  readonly people: number;
  readonly followed: ServerSummary["followed"];
  readonly onePerson: boolean;
};

const isFollowed = (checkId: string) => and(eq(people.checkId, checkId), people.youFollow);

/** Their servers, with most of them first. */
export async function followedHosts(store: Store, checkId: string, limit: number): Promise<readonly FollowedHost[]> {
  const found = await rows<{
    host: Host;
    people: number;
    verdict: Pick<ServerSummary, "followed" | "onePerson"> | null;
  }>(
    store.db,
    sql`
    with followed as (
      select server, count(*)::int as people from people where check_id = ${checkId} and you_follow group by server
    )
    select host, people, verdict - '{towards,facts}'::text[] as verdict from followed
      join servers on servers.check_id = ${checkId} and servers.host = followed.server
      order by people desc, host limit ${limit}`,
  );
  return found.map(({ verdict, ...one }) => ({
    ...one,
    followed: verdict?.followed,
    onePerson: verdict?.onePerson ?? false,
  }));
}

/** Those of one server, a few at most: to find it by. */
export async function someFollowedAt(store: Store, checkId: string, host: Host, limit: number): Promise<Person[]> {
  const found = await store.db
    .select({ person: people.person })
    .from(people)
    .where(and(isFollowed(checkId), eq(people.server, host)))
    .orderBy(people.acct)
    .limit(limit);
  return found.map(({ person }) => person);
}

export async function followedAt(
  store: Store,
  checkId: string,
  hosts: readonly Host[],
): Promise<ReadonlyMap<Host, readonly Acct[]>> {
  if (hosts.length === 0) return new Map();
  const found = await store.db
    .select({ acct: people.acct, host: people.server })
    .from(people)
    .where(and(isFollowed(checkId), inArray(people.server, [...hosts])))
    .orderBy(people.acct);
  const byHost = Map.groupBy(found, ({ host }) => host);
  return new Map([...byHost].map(([host, some]) => [host, some.map(({ acct }) => acct)]));
}

/** The list is not kept a moment longer than its owner wants it, nor the servers that it alone brought. */
export async function forgetFollowed(on: Writing): Promise<void> {
  await forgetWhom(on);
  await dropServersOfNobody(on);
}

/** Another reading begins, or another list comes: what their servers said is kept until it is known who is in that one. */
export async function forgetWhom({ tx, checkId, rev }: Writing): Promise<void> {
  await tx.execute(sql`
    delete from people where check_id = ${checkId} and you_follow and not known and person->'in' = '[]'`);
  await tx
    .update(people)
    .set({ person: sql`${people.person} - 'youFollow'`, rev })
    .where(isFollowed(checkId));
}

export async function dropServersOfNobody({ tx, checkId }: Writing): Promise<void> {
  await tx.execute(sql`
    delete from servers where check_id = ${checkId} and known = 0
      and not exists (select from people where people.check_id = ${checkId} and people.server = servers.host)`);
}
