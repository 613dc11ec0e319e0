import { and, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
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
      .set({
        ...{ fence: sql`${checks.fence} + 1`, leasedBy: owner, leasedUntil: until(now, ttlMs) },
        // A lease that ran out was held by a process that is dead, or by this one while the store was away.
        deaths: sql`${checks.deaths} + (${checks.leasedBy} is distinct from ${owner} and ${checks.leasedBy} is not null)::int`,
      })
      .where(and(eq(checks.id, checkId), inArray(checks.state, LIVE), free))
      .returning({ fence: checks.fence });
    if (!taken) return null;
    // The questions of the lease before this one will never be answered: its process is gone.
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

/** Somebody else may go on at once, instead of after the lease's end. A process that gives it back has not died of it. */
export async function releaseLease(store: Store, lease: Lease, ran = true): Promise<void> {
  const free = { leasedBy: null, leasedUntil: null, ...(ran ? { deaths: 0 } : {}) };
  await store.db.update(checks).set(free).where(isNewest(lease));
}

/** Where no other process can live, every lease found at the start belongs to a dead one. */
export async function freeAllLeases(on: Reader): Promise<void> {
  await on
    .update(checks)
    .set({ leasedBy: null, leasedUntil: null, deaths: sql`${checks.deaths} + 1` })
    .where(isNotNull(checks.leasedBy));
}

const until = (now: Date, ttlMs: number): Date => new Date(now.getTime() + ttlMs);
const isNewest = ({ checkId, fence }: Lease) => and(eq(checks.id, checkId), eq(checks.fence, fence));
