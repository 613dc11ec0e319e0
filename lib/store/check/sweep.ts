import { lte, sql } from "drizzle-orm";
import { dropIdleTallies } from "../ledger/tally-rows.ts";
import { CACHES, dropOld } from "../memory/memory-rows.ts";
import type { Store } from "../open/store.ts";
import { checks } from "../tables/schema.ts";
import { dropCheck } from "./delete-check.ts";
import { giveRoomBack } from "./give-room-back.ts";
import { dropOldLetters } from "./letters.ts";
import { dropOldNumbers } from "./shares.ts";

/** Forgets what is past its time, in small bites: other readers of the embedded database wait for each of them. */
export async function sweep(store: Store, now: Date): Promise<void> {
  for (const id of await expired(store, now)) await dropCheck(store, id);
  for (const table of Object.values(CACHES)) await dropOld(store.db, table, now);
  await dropIdleTallies(store.db, now);
  await dropOldNumbers(store, now);
  await dropOldLetters(store, now);
  // PostgreSQL does this by itself; nobody else does it for the embedded database, which would grow for ever.
  if (!store.alone) return;
  await store.db.execute(sql`vacuum analyze`);
  await giveRoomBack(store);
}

async function expired(store: Store, now: Date): Promise<string[]> {
  const found = await store.db.select({ id: checks.id }).from(checks).where(lte(checks.expiresAt, now));
  return found.map(({ id }) => id);
}
