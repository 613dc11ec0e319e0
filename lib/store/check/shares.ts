import { and, arrayContains, eq, lte, sql } from "drizzle-orm";
import type { Store } from "../open/store.ts";
import { shares } from "../tables/schema.ts";

export type ShareRow = typeof shares.$inferSelect;
/** `counts` is what the page shows until `numbersUntil`; the sweep takes it away then. */
export type ShareData = { readonly counts?: unknown; readonly [field: string]: unknown };

const lastAsked = sql`${shares.data}->'confirmation'->>'at'`;

export async function createShare(
  store: Store,
  row: Omit<ShareRow, "data"> & { readonly data: ShareData },
): Promise<void> {
  await store.db.insert(shares).values(row);
}

/** Made anew, or changed under the same address. */
export async function saveShare(
  store: Store,
  row: Omit<ShareRow, "data"> & { readonly data: ShareData },
): Promise<void> {
  const { data, checkId, accts, numbersUntil } = row;
  await store.db
    .insert(shares)
    .values(row)
    .onConflictDoUpdate({ target: shares.tokenHash, set: { data, checkId, accts, numbersUntil } });
}

/**
 * Parts of what a page shows, where it still stands. With `askedAt`, only where its accounts were last asked at that
 * instant.
 */
export async function changeShare(store: Store, tokenHash: string, parts: ShareData, askedAt?: string): Promise<void> {
  const given = shares.data.mapToDriverValue(parts);
  const unchanged = askedAt === undefined ? undefined : sql`${lastAsked} = ${askedAt}`;
  await store.db
    .update(shares)
    .set({ data: sql`${shares.data} || ${given}::jsonb` })
    .where(and(eq(shares.tokenHash, tokenHash), unchanged));
}

/** Pages by when their two accounts were last asked, longest ago first. */
export async function sharesAskedBefore(store: Store, instant: string, limit: number): Promise<ShareRow[]> {
  return store.db.select().from(shares).where(sql`${lastAsked} < ${instant}`).orderBy(lastAsked).limit(limit);
}

export async function readShare(store: Store, tokenHash: string): Promise<ShareRow | undefined> {
  const [row] = await store.db.select().from(shares).where(eq(shares.tokenHash, tokenHash));
  return row;
}

export async function sharesOf(store: Store, checkId: string): Promise<ShareRow[]> {
  return store.db.select().from(shares).where(eq(shares.checkId, checkId)).orderBy(shares.createdAt);
}

/** New numbers for the pages of a check: each run writes them, each page shows them while its days last. */
export async function refreshShares(store: Store, checkId: string, counts: unknown, now: Date): Promise<void> {
  const given = shares.data.mapToDriverValue({ counts });
  await store.db
    .update(shares)
    .set({ data: sql`${shares.data} || ${given}::jsonb` })
    .where(sql`${shares.checkId} = ${checkId} and ${shares.numbersUntil} > ${now.toISOString()}::timestamptz`);
}

export async function deleteShare(store: Store, tokenHash: string): Promise<boolean> {
  const gone = await store.db.delete(shares).where(eq(shares.tokenHash, tokenHash)).returning({ at: shares.createdAt });
  return gone.length > 0;
}

/** For the removal by an account's owner. */
export async function deleteSharesAbout(store: Store, acct: string): Promise<number> {
  const gone = await store.db
    .delete(shares)
    .where(arrayContains(shares.accts, [acct]))
    .returning({ at: shares.createdAt });
  return gone.length;
}

/** The page stays, as its makers wanted; the numbers go on their day. */
export async function dropOldNumbers(store: Store, now: Date): Promise<void> {
  await store.db
    .update(shares)
    .set({ data: sql`${shares.data} - 'counts'` })
    .where(lte(shares.numbersUntil, now));
}
