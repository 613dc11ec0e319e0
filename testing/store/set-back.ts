import { sql } from "drizzle-orm";
import { openStore } from "#lib/store/open/open-store.ts";
import type { Store } from "#lib/store/open/store.ts";

/** As if the clock of the store had been set back: all that is kept was written later than it is now. */
export async function setBack({ db }: Pick<Store, "db">, ms: number): Promise<void> {
  const later = (...names: readonly string[]) =>
    sql.raw(names.map((name) => `${name} = ${name} + ${ms} * interval '1 millisecond'`).join(", "));
  const job = later("created_on", "start_after", "started_on", "heartbeat_on", "keep_until");
  await db.execute(sql`update checks set ${later("leased_until")}`);
  await db.execute(sql`update pgboss.job set ${job}`);
  await db.execute(sql`update pgboss.queue set ${later("monitor_on", "monitor_claim_on", "maintain_on")}`);
}

/** The same from outside, while others are at work in it. */
export async function setDatabaseBack(url: string, ms: number): Promise<void> {
  const store = await openStore({ kind: "postgres", url });
  await setBack(store, ms).finally(() => store.close());
}
