import { and, eq, inArray, isNull, like, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Remembered } from "#lib/domain/ports/ports.ts";
import type { Database } from "../open/database.ts";
import { toJson } from "../tables/json.ts";
import { memory, shareAsks } from "../tables/schema.ts";

export const CACHES = { memory, shareAsks } as const;
export type Cache = keyof typeof CACHES;
type Table = (typeof CACHES)[Cache];

export type Shelved = { readonly key: string; readonly found?: Remembered; readonly claimed: boolean };
export type ToShelve = {
  readonly key: string;
  readonly host: string;
  readonly value: unknown;
  readonly at: Date;
  readonly until: Date;
  /** The process that holds the claim on the row. */
  readonly by?: string;
};

/** What lies under each key at `now`: a fresh value, or the claim of somebody who is fetching it. */
export async function lookUp(db: Database, table: Table, keys: readonly string[], now: Date): Promise<Shelved[]> {
  const found = await db
    .select()
    .from(table)
    .where(inArray(table.key, [...new Set(keys)]));
  const byKey = new Map(found.map((row) => [row.key, row]));
  return keys.map((key) => {
    const row = byKey.get(key);
    const claimed = row?.claimedUntil != null && row.claimedUntil > now;
    const fresh = row?.at && row.expiresAt && row.expiresAt > now ? row.at : undefined;
    return fresh ? { key, claimed, found: { value: row?.value, at: fresh.toISOString() } } : { key, claimed };
  });
}

const SHELVED = sql.raw("as given(key text, host text, value jsonb, at timestamptz, expires_at timestamptz, by text)");

/** In the order of keys, so that two processes never wait for each other. */
function shelved(things: readonly ToShelve[]): string {
  const byKey = new Map(things.map((thing) => [thing.key, thing]));
  const given = [...byKey.values()].map(({ until, ...thing }) => ({ ...thing, expires_at: until.toISOString() }));
  return toJson(given.sort((a, b) => (a.key < b.key ? -1 : 1)));
}

export async function shelve(db: Database, table: Table, things: readonly ToShelve[]): Promise<void> {
  await db.execute(sql`
    insert into ${table} (key, host, value, at, expires_at)
    select key, host, value, at, expires_at from jsonb_to_recordset(${shelved(things)}::jsonb) ${SHELVED}
    on conflict (key) do update set value = excluded.value, at = excluded.at, expires_at = excluded.expires_at`);
}

/** The same by those who hold the claim alone: a host forgotten meanwhile stays forgotten. */
export async function shelveClaimed(db: Database, table: Table, things: readonly ToShelve[]): Promise<void> {
  await db.execute(sql`
    update ${table} as t set value = given.value, at = given.at, expires_at = given.expires_at,
      claimed_by = null, claimed_until = null
    from jsonb_to_recordset(${shelved(things)}::jsonb) ${SHELVED}
    where t.key = given.key and t.claimed_by = given.by`);
}

export type Claim = { readonly key: string; readonly host: string; readonly by: string; readonly until: Date };

/** True for one of all who want to fetch the same thing at once, over all processes. */
export async function claimAll(db: Database, table: Table, claims: readonly Claim[], now: Date): Promise<boolean[]> {
  const byKey = new Map(claims.map((claim) => [claim.key, claim]));
  const ordered = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const won = await db
    .insert(table)
    .values(ordered.map(({ key, host, by, until }) => ({ key, host, claimedBy: by, claimedUntil: until })))
    .onConflictDoUpdate({
      target: table.key,
      set: { claimedBy: sql`excluded.claimed_by`, claimedUntil: sql`excluded.claimed_until` },
      setWhere: isFree(table, now),
    })
    .returning({ by: table.claimedBy });
  const winners = new Set(won.map(({ by }) => by));
  return claims.map(({ by }) => winners.has(by));
}

export async function renewClaim(db: Database, table: Table, { key, by, until }: Claim): Promise<void> {
  await db
    .update(table)
    .set({ claimedUntil: until })
    .where(and(eq(table.key, key), eq(table.claimedBy, by)));
}

export async function giveUp(db: Database, table: Table, { key, by }: Pick<Claim, "key" | "by">): Promise<void> {
  await db
    .update(table)
    .set({ claimedBy: null, claimedUntil: null })
    .where(and(eq(table.key, key), eq(table.claimedBy, by)));
}

export async function forgetHost(db: Database, table: Table, host: string): Promise<void> {
  await db.delete(table).where(eq(table.host, host));
}

const HOST = /^[\p{L}\p{N}.-]+$/u;

/** Of a host and of all below it. */
export async function forgetBelow(db: Database, host: string): Promise<void> {
  if (!HOST.test(host)) return;
  for (const table of Object.values(CACHES))
    await db.delete(table).where(or(eq(table.host, host), like(table.host, `%.${host}`)));
}

/** What is kept of one account: answers about it, and every picture, as none says whose it is. Those are fetched anew. */
export async function forgetAccount(db: Database, acct: string): Promise<void> {
  for (const table of Object.values(CACHES))
    await db.delete(table).where(sql`strpos(${table.key}, ${acct}) > 0 or ${table.key} like '%/avatar/%'`);
}

/** A value from before a time, unless somebody is fetching it anew already. */
export async function dropEarlier(db: Database, table: Table, key: string, time: Date, now: Date): Promise<void> {
  const unclaimed = or(isNull(table.claimedUntil), lte(table.claimedUntil, now));
  await db.delete(table).where(and(eq(table.key, key), lt(table.at, time), unclaimed));
}

/** What is neither fresh nor being fetched. */
export async function dropOld(db: Database, table: Table, now: Date): Promise<void> {
  await db.delete(table).where(isFree(table, now));
}

const isFree = (table: Table, now: Date): SQL =>
  sql`(${or(isNull(table.expiresAt), lte(table.expiresAt, now))}) and (${or(isNull(table.claimedUntil), lte(table.claimedUntil, now))})`;
