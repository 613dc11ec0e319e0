import { inArray } from "drizzle-orm";
import type { Host } from "#lib/domain/evidence.ts";
import type { Memory } from "#lib/domain/ports.ts";
import { optOuts } from "./schema.ts";
import type { Store } from "./store.ts";

/** A server that wants never to be asked: what is held about it goes at once. */
export async function optOut(store: Store, memories: readonly Memory[], host: Host, now: Date): Promise<void> {
  await store.db.insert(optOuts).values({ host, at: now }).onConflictDoNothing();
  for (const memory of memories) await memory.forget(host);
}

/** Whoever opts out speaks for the names below theirs too. */
export async function optedOut(store: Store, host: Host): Promise<boolean> {
  const labels = host.split(".");
  const names = labels.map((_, n) => labels.slice(n).join("."));
  const found = await store.db.select().from(optOuts).where(inArray(optOuts.host, names)).limit(1);
  return found.length > 0;
}

export async function optBackIn(store: Store, host: Host): Promise<void> {
  await store.db.delete(optOuts).where(inArray(optOuts.host, [host]));
}
