import { and, asc, count, eq, isNotNull, sql } from "drizzle-orm";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Acct, Host, TargetKey } from "#lib/domain/names/spellings.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Store } from "../../open/store.ts";
import { storable, toJson } from "../../tables/json.ts";
import { people } from "../../tables/schema.ts";
import type { LetInState } from "../../tables/types.ts";
import type { Writing } from "../write.ts";

/** Whose request waits at this target, of those known from before. */
const waitsAt = (key: TargetKey) => and(people.known, sql`${people.person} -> 'waits' ? ${key}`);

/** From now on these are the ones to be let in, and nobody who asks later. How many they are. */
export async function wantLetIn({ tx, checkId }: Writing, key: TargetKey): Promise<number> {
  await tx
    .update(people)
    .set({ letIn: null, letInKey: null })
    .where(and(eq(people.checkId, checkId), eq(people.letIn, "todo")));
  const wanted = await tx
    .update(people)
    .set({ letIn: "todo", letInKey: null })
    .where(and(eq(people.checkId, checkId), waitsAt(key)))
    .returning({ acct: people.acct });
  return wanted.length;
}

/** Of those, how many are left. */
export async function countToLetIn({ tx, checkId }: Writing): Promise<number> {
  const [row] = await tx
    .select({ left: count() })
    .from(people)
    .where(and(eq(people.checkId, checkId), eq(people.letIn, "todo")));
  return row?.left ?? 0;
}

/** How many are seen to wait at this target. */
export async function countWaiting({ tx, checkId }: Writing, key: TargetKey): Promise<number> {
  const mine = and(eq(people.checkId, checkId), waitsAt(key));
  const [row] = await tx.select({ waiting: count() }).from(people).where(mine);
  return row?.waiting ?? 0;
}

/** By which keys the new server knows them, as its list of requests says now. */
export async function keysToLetIn(
  { tx, checkId }: Writing,
  found: readonly { readonly acct: Acct; readonly key: string }[],
): Promise<void> {
  if (found.length === 0) return;
  const given = toJson(found.map(({ acct, key }) => ({ acct: storable(acct), key: storable(key) })));
  await tx.execute(sql`
    update people set let_in_key = given.key
    from jsonb_to_recordset(${given}::jsonb) as given(acct text, key text)
    where check_id = ${checkId} and people.acct = given.acct and let_in = 'todo'`);
}

/** Those whose request is not there any more. */
export async function dropUnkeyed({ tx, checkId, rev }: Writing): Promise<number> {
  const gone = await tx
    .update(people)
    .set({ letIn: "gone", person: WITHOUT_WAITS, rev })
    .where(and(eq(people.checkId, checkId), eq(people.letIn, "todo"), sql`${people.letInKey} is null`))
    .returning({ acct: people.acct });
  return gone.length;
}

export type ToLetIn = { readonly acct: Acct; readonly server: Host; readonly key: string };

export async function nextToLetIn({ db }: Store, checkId: string, limit: number): Promise<readonly ToLetIn[]> {
  const found = await db
    .select({ acct: people.acct, server: people.server, key: people.letInKey })
    .from(people)
    .where(and(eq(people.checkId, checkId), eq(people.letIn, "todo"), isNotNull(people.letInKey)))
    .orderBy(asc(people.acct))
    .limit(limit);
  return found.map(({ key, ...who }) => ({ ...who, key: key ?? "" }));
}

/** What became of one of them. Whoever it is does not wait any more. */
export async function letInEnded(
  { tx, checkId, rev }: Writing,
  acct: Acct,
  to: Exclude<LetInState, "todo">,
): Promise<void> {
  await tx
    .update(people)
    .set({ letIn: to, letInKey: null, person: WITHOUT_WAITS, rev })
    .where(and(eq(people.checkId, checkId), eq(people.acct, storable(acct))));
}

const WITHOUT_WAITS = sql`${people.person} - 'waits'`;

export type Waiting = { readonly acct: Acct; readonly display?: string };
type WaitingPage = { readonly people: readonly Waiting[]; readonly total: number };

/** By name: whose request waits, as last read. */
export async function readWaiting(
  { db }: Store,
  checkId: string,
  key: TargetKey,
  { after, limit }: { readonly after: Acct; readonly limit: number },
): Promise<WaitingPage> {
  const mine = and(eq(people.checkId, checkId), waitsAt(key));
  const found = await db
    .select({ acct: people.acct, person: people.person })
    .from(people)
    .where(and(mine, sql`${people.acct} > ${storable(after)}`))
    .orderBy(asc(people.acct))
    .limit(limit);
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(people).where(mine);
  return { people: found.map(({ acct, person }) => named(acct, person)), total };
}

const named = (acct: Acct, { display }: Person): Waiting => ({ acct, ...defined({ display: display || undefined }) });
