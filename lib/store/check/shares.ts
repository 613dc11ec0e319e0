import { and, arrayContains, desc, eq, lte, sql } from "drizzle-orm";
import type { Store } from "../open/store.ts";
import { shares } from "../tables/schema.ts";
import type { Confirmation, ShareData } from "../tables/types.ts";

export type ShareRow = typeof shares.$inferSelect;

const lastAsked = sql`${shares.data}->'confirmation'->>'at'`;

/** Made anew, or changed under the same address. */
export async function saveShare(store: Store, row: ShareRow): Promise<void> {
  const { data, checkId, accts, numbersUntil, showsMissing } = row;
  await store.db
    .insert(shares)
    .values(row)
    .onConflictDoUpdate({ target: shares.tokenHash, set: { data, checkId, accts, numbersUntil, showsMissing } });
}

/**
 * Parts of what a page shows. A page removed meanwhile stays removed, and its days are its owner's; numbers that are left
 * out stay as they are.
 */
export async function changeShare(store: Store, tokenHash: string, parts: Partial<ShareData>): Promise<void> {
  await store.db
    .update(shares)
    .set({ data: joined(parts) })
    .where(eq(shares.tokenHash, tokenHash));
}

/** Only where nobody has asked since `row` was read, so that the answer is about the page's two accounts. */
export async function confirmShare(store: Store, { tokenHash, data }: ShareRow, confirmation: Confirmation) {
  await store.db
    .update(shares)
    .set({ data: joined({ confirmation }) })
    .where(and(eq(shares.tokenHash, tokenHash), sql`${lastAsked} = ${data.confirmation.at}`));
}

const joined = (parts: Partial<ShareData>) =>
  // Sound: parts are all the column's mapping writes.
  sql`${shares.data} || ${shares.data.mapToDriverValue(parts as ShareData)}::jsonb`;

/** Pages by when their two accounts were last asked, longest ago first. */
export async function sharesAskedBefore(store: Store, instant: string, limit: number): Promise<ShareRow[]> {
  return store.db.select().from(shares).where(sql`${lastAsked} < ${instant}`).orderBy(lastAsked).limit(limit);
}

export async function readShare(store: Store, tokenHash: string): Promise<ShareRow | undefined> {
  const [row] = await store.db.select().from(shares).where(eq(shares.tokenHash, tokenHash));
  return row;
}

export async function shareOfCheck(store: Store, checkId: string): Promise<ShareRow | undefined> {
  const mine = store.db.select().from(shares).where(eq(shares.checkId, checkId));
  const [row] = await mine.orderBy(desc(shares.createdAt)).limit(1);
  return row;
}

export async function deleteShare(store: Store, tokenHash: string): Promise<void> {
  await store.db.delete(shares).where(eq(shares.tokenHash, tokenHash));
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
