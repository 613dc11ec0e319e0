import { and, eq, gt, lte } from "drizzle-orm";
import type { Store } from "../open/store.ts";
import { signInAttempts } from "../tables/schema.ts";

export type AttemptRow = typeof signInAttempts.$inferSelect;

export async function keepAttempt({ db }: Store, row: AttemptRow): Promise<void> {
  await db.insert(signInAttempts).values(row);
}

/** Takes it out: a second way back with the same state finds nothing. */
export async function takeAttempt({ db }: Store, stateHash: string, now: Date): Promise<AttemptRow | undefined> {
  const [row] = await db
    .delete(signInAttempts)
    .where(and(eq(signInAttempts.stateHash, stateHash), gt(signInAttempts.until, now)))
    .returning();
  return row;
}

export async function dropOldAttempts({ db }: Store, now: Date): Promise<void> {
  await db.delete(signInAttempts).where(lte(signInAttempts.until, now));
}
