import { sql } from "drizzle-orm";
import { openStore } from "#lib/store/open/open-store.ts";

/** Does what time does for checks that rest, in a data folder that nobody has open: they may go on at once. */
export async function endRests(dataDir: string): Promise<void> {
  const store = await openStore({ kind: "embedded", dataDir });
  await store.db.execute(sql`update checks set resumes_at = now() - interval '1 second' where state = 'waiting'`);
  await store.close();
}
