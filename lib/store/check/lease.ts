import { and, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Reader } from "../open/database.ts";
import type { Store } from "../open/store.ts";
import { checks, servers } from "../tables/schema.ts";
import { LIVE } from "../tables/types.ts";
import type { Lease } from "./write.ts";

/** The next fence, or null where another lease still runs or there is nothing to do. */
export function takeLease(
  store: Store,
  checkId: string,
  owner: string,
  now: Date,
  ttlMs: number,
): Promise<number | null> {
  return store.db.transaction(async (tx) => {
    const free = or(isNull(checks.leasedUntil), lte(checks.leasedUntil, now));
    const [taken] = await tx
      .update(checks)
      .set({ fence: sql`${checks.fence} + 1`, leasedBy: owner, leasedUntil: until(now, ttlMs) })
      .where(and(eq(checks.id, checkId), inArray(checks.state, LIVE), free))
      .returning({ fence: checks.fence });
    if (!taken) return null;
    // What the lease before this one was asking has no answer, and never will.
    await tx
      .update(servers)
      .set({ state: "todo" })
      .where(and(eq(servers.checkId, checkId), eq(servers.state, "asking")));
    return taken.fence;
  });
}

/** False: the lease is lost, and with it the right to write. */
export async function renewLease(store: Store, lease: Lease, now: Date, ttlMs: number): Promise<boolean> {
  const held = await store.db
    .update(checks)
    .set({ leasedUntil: until(now, ttlMs) })
    .where(isNewest(lease))
    .returning({ id: checks.id });
  return held.length > 0;
}

/** Somebody else may go on at once, instead of after the lease's end. */
export async function releaseLease(store: Store, lease: Lease): Promise<void> {
  await store.db.update(checks).set({ leasedBy: null, leasedUntil: null }).where(isNewest(lease));
}

/** Where no other process can live, every lease found at the start belongs to a dead one. */
export async function freeAllLeases(on: Reader): Promise<void> {
  await on.update(checks).set({ leasedBy: null, leasedUntil: null });
}

const until = (now: Date, ttlMs: number): Date => new Date(now.getTime() + ttlMs);
const isNewest = ({ checkId, fence }: Lease) => and(eq(checks.id, checkId), eq(checks.fence, fence));
