import { and, count, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { Verdict } from "#lib/domain/diagnosis/verdict.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Acct, Host, TargetKey } from "#lib/domain/names/spellings.ts";
import { rows } from "../../open/database.ts";
import type { Store } from "../../open/store.ts";
import { storable, toJson } from "../../tables/json.ts";
import { people } from "../../tables/schema.ts";
import type { Mark } from "../../tables/types.ts";
import { inSlices } from "../slices.ts";
import type { Writing } from "../write.ts";

export type PersonRow = typeof people.$inferSelect;

/**
 * Adds people, and what is new about those already met: fields given replace, targets in `in` are added, and a person who
 * stood in a snapshot stays in it.
 * The counts of their servers follow in the same statement, from the difference this page makes.
 */
export async function savePeople(on: Writing, found: readonly Person[]): Promise<void> {
  for (const slice of inSlices(oncePerAcct(found))) await savePage(on, slice);
}

/** One statement may touch a row only once, and a list may repeat somebody. */
function oncePerAcct(found: readonly Person[]): readonly Person[] {
  const byAcct = new Map<string, Person>();
  for (const person of found) {
    const met = byAcct.get(person.acct);
    byAcct.set(person.acct, met ? { ...met, ...person, in: [...new Set([...met.in, ...person.in])] } : person);
  }
  return [...byAcct.values()];
}

function savePage({ tx, checkId, rev }: Writing, page: readonly Person[]): Promise<unknown> {
  const given = toJson(page.map((person) => ({ check_id: checkId, acct: person.acct, server: person.server, person })));
  const was = sql`people.person`;
  const now = sql`excluded.person`;
  return tx.execute(sql`
    with given as (
      select * from jsonb_to_recordset(${given}::jsonb) as given(check_id text, acct text, server text, person jsonb)
    ), prior as (
      select p.server, p.known, p.missing from given join people p using (check_id, acct)
    ), saved as (
      insert into people (check_id, acct, server, person, rev)
      select check_id, acct, server, person, ${rev} from given
      on conflict (check_id, acct) do update set rev = excluded.rev, person = ${was} || ${now} || jsonb_build_object(
        'in', (${was}->'in') || ((${now}->'in') - array(select jsonb_array_elements_text(${was}->'in'))))
        || case when ${was}->>'before' = 'snapshot' then '{"before":"snapshot"}'::jsonb else '{}'::jsonb end
      returning server, known, missing
    ), difference as (
      select server, known::int, missing::int from saved union all select server, -known::int, -missing::int from prior
    )
    insert into servers (check_id, host, known, missing, rev)
    select ${checkId}, server, sum(known), sum(missing), ${rev} from difference group by server
    on conflict (check_id, host) do update set known = servers.known + excluded.known,
      missing = servers.missing + excluded.missing, stale = true, rev = excluded.rev`);
}

/** Verdicts of one or many servers; the columns for filters are those towards `towards`. */
export async function saveVerdicts(on: Writing, verdicts: readonly Verdict[], towards: TargetKey): Promise<void> {
  for (const slice of inSlices(verdicts)) await saveSome(on, slice, towards);
}

function saveSome({ tx, checkId, rev }: Writing, verdicts: readonly Verdict[], towards: TargetKey): Promise<unknown> {
  const given = toJson(
    verdicts.map(({ acct, outcomes }) => {
      const { cause, group: grp, reach } = outcomes[towards] ?? { cause: null, group: null, reach: null };
      return { check_id: checkId, acct, verdict: outcomes, cause, grp, reach };
    }),
  );
  return tx.execute(sql`
    update people set verdict = given.verdict, cause = given.cause, grp = given.grp, reach = given.reach, rev = ${rev}
    from jsonb_to_recordset(${given}::jsonb)
      as given(check_id text, acct text, verdict jsonb, cause text, grp text, reach text)
    where people.check_id = given.check_id and people.acct = given.acct
      and people.verdict is distinct from given.verdict`);
}

/** People of some servers, as the core judges them, newcomers left out. A server without people is not in the answer. */
export async function peopleOf(
  store: Store,
  checkId: string,
  hosts: readonly Host[],
): Promise<ReadonlyMap<Host, readonly Person[]>> {
  const found = await store.db
    .select({ server: people.server, person: people.person })
    .from(people)
    .where(and(eq(people.checkId, checkId), inArray(people.server, [...hosts]), people.known))
    .orderBy(people.acct);
  const byHost = new Map<Host, Person[]>();
  for (const { server, person } of found) {
    const there = byHost.get(server);
    if (there) there.push(person);
    else byHost.set(server, [person]);
  }
  return byHost;
}

/** Those of the given addresses that were met in any list. */
export async function readPeople(store: Store, checkId: string, accts: readonly Acct[]): Promise<PersonRow[]> {
  if (accts.length === 0) return [];
  return store.db
    .select()
    .from(people)
    .where(and(eq(people.checkId, checkId), inArray(people.acct, accts.map(storable))));
}

/** Who waited when the requests were last read: they are read anew. */
export async function forgetWaits({ tx, checkId, rev }: Writing): Promise<void> {
  await tx
    .update(people)
    .set({ person: sql`${people.person} - 'waits'`, rev })
    .where(and(eq(people.checkId, checkId), sql`${people.person} ? 'waits'`));
}

/** Those known from before who stand in a list by their handle or by the address of their actor. */
export async function peopleAt(
  { tx, checkId }: Writing,
  named: readonly { readonly acct?: Acct; readonly uri?: string }[],
): Promise<readonly { readonly acct: Acct; readonly server: Host; readonly uri: string | null }[]> {
  if (named.length === 0) return [];
  const accts = toJson(named.flatMap(({ acct }) => acct ?? []).map(storable));
  const uris = toJson(named.flatMap(({ uri }) => uri ?? []).map(storable));
  return rows<{ acct: Acct; server: Host; uri: string | null }>(
    tx,
    sql`select acct, server, person ->> 'uri' as uri from people where check_id = ${checkId} and known and (
      acct in (select jsonb_array_elements_text(${accts}::jsonb))
      or person ->> 'uri' in (select jsonb_array_elements_text(${uris}::jsonb)))`,
  );
}

/**
 * One of a list of texts, looked for by the index. Joined with the list, the embedded database, which has no statistics,
 * would go through everybody for each of them.
 */
export const anyOf = (given: string): SQL => sql`any(array(select jsonb_array_elements_text(${given}::jsonb)))`;

/** How many of these stand in this target's list, as far as it has been read. */
export async function countIn(store: Store, checkId: string, accts: readonly Acct[], key: TargetKey): Promise<number> {
  const given = toJson(accts.map(storable));
  const [row] = await rows<{ count: number }>(
    store.db,
    sql`select count(*)::int as count from people
      where check_id = ${checkId} and acct = ${anyOf(given)} and person->'in' ? ${key}`,
  );
  return row?.count ?? 0;
}

/** How many people the mover's own lists have brought. */
export async function countHandedIn(store: Store, checkId: string): Promise<number> {
  const [row] = await store.db
    .select({ count: count() })
    .from(people)
    .where(and(eq(people.checkId, checkId), sql`${people.person} ->> 'before' is not null`));
  return row?.count ?? 0;
}

/** How many of these the mover's own lists have brought before. */
export async function countHandedInOf(store: Store, checkId: string, accts: readonly Acct[]): Promise<number> {
  let met = 0;
  for (const slice of inSlices(accts)) {
    const given = toJson(slice.map(storable));
    const [row] = await rows<{ count: number }>(
      store.db,
      sql`select count(*)::int as count from people
        where check_id = ${checkId} and acct = ${anyOf(given)} and person ->> 'before' is not null`,
    );
    met += row?.count ?? 0;
  }
  return met;
}

export async function readPerson(store: Store, checkId: string, acct: string): Promise<PersonRow | undefined> {
  const [row] = await store.db
    .select()
    .from(people)
    .where(and(eq(people.checkId, checkId), eq(people.acct, acct)));
  return row;
}

/** A page of everybody known from before, in the order of their addresses: for exports, reports and other long reads. */
export function peopleAfter(store: Store, checkId: string, after: string, limit: number): Promise<PersonRow[]> {
  return store.db
    .select()
    .from(people)
    .where(and(eq(people.checkId, checkId), people.known, gt(people.acct, after)))
    .orderBy(people.acct)
    .limit(limit);
}

/** What is said of the people of some servers, in short: to tell of how many it became something else. */
export async function readAnswers(on: Writing, hosts: readonly Host[]): Promise<ReadonlyMap<Acct, string>> {
  const found = await on.tx
    .select({ acct: people.acct, cause: people.cause, reach: people.reach })
    .from(people)
    .where(and(eq(people.checkId, on.checkId), inArray(people.server, [...hosts]), people.known));
  return new Map(found.map(({ acct, cause, reach }) => [acct, `${cause} ${reach}`]));
}

/** False where nobody of that address is known. */
export async function markPerson(on: Writing, acct: string, mark: Mark | null): Promise<boolean> {
  const marked = await on.tx
    .update(people)
    .set({ mark, rev: on.rev })
    .where(and(eq(people.checkId, on.checkId), eq(people.acct, storable(acct)), people.known))
    .returning({ acct: people.acct });
  return marked.length > 0;
}
