import { eq } from "drizzle-orm";
import type { Store } from "../open/store.ts";
import { signInApps } from "../tables/schema.ts";

export async function readApp({ db }: Store, key: string): Promise<string | undefined> {
  const [row] = await db.select().from(signInApps).where(eq(signInApps.key, key));
  return row?.sealed;
}

/** Of two that were made at once the first is kept, and handed back. */
export async function keepApp(store: Store, key: string, sealed: string, at: Date): Promise<string> {
  await store.db.insert(signInApps).values({ key, sealed, at }).onConflictDoNothing();
  return (await readApp(store, key)) ?? sealed;
}

export async function forgetApp({ db }: Store, key: string): Promise<void> {
  await db.delete(signInApps).where(eq(signInApps.key, key));
}
