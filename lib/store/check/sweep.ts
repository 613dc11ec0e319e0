import { and, eq, lte, sql } from "drizzle-orm";
import { dropIdleTallies } from "../ledger/tally-rows.ts";
import { CACHES, dropOld } from "../memory/memory-rows.ts";
import type { Store } from "../open/store.ts";
import { checks, people } from "../tables/schema.ts";
import { dropOldLetters } from "./letters.ts";
import { dropOldNumbers } from "./shares.ts";

/** Forgets what is past its time, in small bites: other readers of the embedded database wait for each of them. */
export async function sweep(store: Store, now: Date): Promise<void> {
  for (const id of await expired(store, now)) await dropExpired(store, id);
  for (const table of Object.values(CACHES)) await dropOld(store.db, table, now);
  await dropIdleTallies(store.db, now);
  await dropOldNumbers(store, now);
  await dropOldLetters(store, now);
  // PostgreSQL does this by itself; nobody else does it for the embedded database, which would grow for ever.
  if (store.alone) await store.db.execute(sql`vacuum analyze`);
}

async function expired(store: Store, now: Date): Promise<string[]> {
  const found = await store.db.select({ id: checks.id }).from(checks).where(lte(checks.expiresAt, now));
  return found.map(({ id }) => id);
}

const BITE = 5_000;

/** Share pages stay: the check's row leaves them, with all else that hangs on it. */
async function dropExpired(store: Store, id: string): Promise<void> {
  while (await dropPeople(store, id));
  await store.db.delete(checks).where(eq(checks.id, id));
}

/** False once so few are left that they may go with the check. */
function dropPeople(store: Store, id: string): Promise<boolean> {
  const mine = eq(people.checkId, id);
  return store.db.transaction(async (tx) => {
    // In the order of every writer: first the check, then its people.
    await tx.select({ id: checks.id }).from(checks).where(eq(checks.id, id)).for("update");
    const [last] = await tx
      .select({ acct: people.acct })
      .from(people)
      .where(mine)
      .orderBy(people.acct)
      .offset(BITE)
      .limit(1);
    if (last) await tx.delete(people).where(and(mine, lte(people.acct, last.acct)));
    return last !== undefined;
  });
}
