import { inArray, lte } from "drizzle-orm";
import type { Store } from "../open/store.ts";
import { letters } from "../tables/schema.ts";

export type LetterRow = typeof letters.$inferSelect;

/** Written once more, the first day stays. */
export async function keepLetter(store: Store, row: LetterRow): Promise<void> {
  await store.db.insert(letters).values(row).onConflictDoNothing();
}

export async function lettersOn(store: Store, subjects: readonly string[]): Promise<readonly LetterRow[]> {
  if (subjects.length === 0) return [];
  return store.db
    .select()
    .from(letters)
    .where(inArray(letters.subject, [...subjects]));
}

const KEPT_DAYS = 180;
const DAY_MS = 86_400_000;

export async function dropOldLetters(store: Store, now: Date): Promise<void> {
  await store.db.delete(letters).where(lte(letters.at, new Date(now.getTime() - KEPT_DAYS * DAY_MS)));
}
