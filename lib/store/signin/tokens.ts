import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { TokenUse } from "#lib/domain/ports/tokens.ts";
import type { Tx } from "../open/database.ts";
import type { Store } from "../open/store.ts";
import { signIns } from "../tables/schema.ts";

export type TokenRow = typeof signIns.$inferSelect;

export async function readToken(
  { db }: Store,
  checkId: string,
  side: TokenUse,
  now: Date,
): Promise<TokenRow | undefined> {
  const mine = and(eq(signIns.checkId, checkId), eq(signIns.side, side));
  const [row] = await db
    .select()
    .from(signIns)
    .where(and(mine, gt(signIns.until, now)));
  return row;
}

/** `last`: no other check holds the same token. Of two that are dropped at once, one is the last. */
export type Dropped = TokenRow & { readonly last: boolean };

/** What stood in its place before, where that was another token. */
export function keepToken({ db }: Store, row: TokenRow): Promise<Dropped | undefined> {
  return db.transaction(async (tx) => {
    const mine = and(eq(signIns.checkId, row.checkId), eq(signIns.side, row.side));
    const [before] = await tx.select().from(signIns).where(mine).for("update");
    if (before) await lock(tx, before.digest);
    const { checkId: _, side: __, ...given } = row;
    await tx
      .insert(signIns)
      .values(row)
      .onConflictDoUpdate({ target: [signIns.checkId, signIns.side], set: given });
    return before && before.digest !== row.digest ? { ...before, last: await isLast(tx, before.digest) } : undefined;
  });
}

export function dropToken({ db }: Store, checkId: string, side: TokenUse): Promise<Dropped | undefined> {
  return db.transaction(async (tx) => {
    const mine = and(eq(signIns.checkId, checkId), eq(signIns.side, side));
    const [held] = await tx.select({ digest: signIns.digest }).from(signIns).where(mine);
    if (!held) return undefined;
    await lock(tx, held.digest);
    const [row] = await tx.delete(signIns).where(mine).returning();
    return row && { ...row, last: await isLast(tx, row.digest) };
  });
}

/** No check holds it. */
export const isUnheld = ({ db }: Store, digest: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    await lock(tx, digest);
    return isLast(tx, digest);
  });

const lock = (tx: Tx, digest: string) => tx.execute(sql`select pg_advisory_xact_lock(hashtext(${digest}))`);

async function isLast(tx: Tx, digest: string): Promise<boolean> {
  const [other] = await tx.select({ digest: signIns.digest }).from(signIns).where(eq(signIns.digest, digest)).limit(1);
  return other === undefined;
}

export function tokensPast({ db }: Store, now: Date): Promise<Pick<TokenRow, "checkId" | "side">[]> {
  return db.select({ checkId: signIns.checkId, side: signIns.side }).from(signIns).where(lte(signIns.until, now));
}
