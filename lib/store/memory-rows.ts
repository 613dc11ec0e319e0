import { and, eq, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Remembered } from "#lib/domain/ports.ts";
import type { Database } from "./database.ts";
import { memory, shareAsks } from "./schema.ts";
import { toJson } from "./tables/json.ts";

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

export async function shelve(db: Database, table: Table, things: readonly ToShelve[]): Promise<void> {
  const byKey = new Map(things.map((thing) => [thing.key, thing]));
  const given = toJson(
    [...byKey.values()].map(({ until, ...thing }) => ({ ...thing, expires_at: until.toISOString() })),
  );
  await db.execute(sql`
    insert into ${table} (key, host, value, at, expires_at)
    select * from jsonb_to_recordset(${given}::jsonb)
      as given(key text, host text, value jsonb, at timestamptz, expires_at timestamptz) order by key
    on conflict (key) do update set value = excluded.value, at = excluded.at, expires_at = excluded.expires_at,
      claimed_by = null, claimed_until = null`);
}

export type Claim = { readonly key: string; readonly host: string; readonly by: string; readonly until: Date };

/** True for one of all who want to fetch the same thing at once, over all processes. */
export async function claim(db: Database, table: Table, { key, host, by, until }: Claim, now: Date): Promise<boolean> {
  const mine = { claimedBy: by, claimedUntil: until };
  const won = await db
    .insert(table)
    .values({ key, host, ...mine })
    .onConflictDoUpdate({
      target: table.key,
      set: mine,
      setWhere: isFree(table, now),
    })
    .returning({ key: table.key });
  return won.length > 0;
}

/** False: the claim is gone, because the host was forgotten or the claim ran out. */
export async function stillClaimed(db: Database, table: Table, { key, by, until }: Claim): Promise<boolean> {
  const held = await db
    .update(table)
    .set({ claimedUntil: until })
    .where(and(eq(table.key, key), eq(table.claimedBy, by)))
    .returning({ key: table.key });
  return held.length > 0;
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

/** What is neither fresh nor being fetched. */
export async function dropOld(db: Database, table: Table, now: Date): Promise<void> {
  await db.delete(table).where(isFree(table, now));
}

const isFree = (table: Table, now: Date): SQL =>
  sql`(${or(isNull(table.expiresAt), lte(table.expiresAt, now))}) and (${or(isNull(table.claimedUntil), lte(table.claimedUntil, now))})`;
