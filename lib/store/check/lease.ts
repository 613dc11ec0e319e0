import { and, eq, gt, inArray, isNotNull, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "../open/database.ts";
import type { Store } from "../open/store.ts";
import { checks, servers } from "../tables/schema.ts";
import { LIVE } from "../tables/types.ts";
import type { Lease } from "./write.ts";

/** Who runs a check renews its lease in time. Who is gone holds the check for no longer than this. */
export const LEASE_MS = 30_000;
/** A clock that is kept right is moved by a little now and then. */
const CLOSE_MS = 1_000;

/** The next fence, or null where another lease still runs or there is nothing to do. */
export function takeLease(store: Store, checkId: string, owner: string, ttlMs = LEASE_MS): Promise<number | null> {
  return store.db.transaction(async (tx) => {
    const [taken] = await tx
      .update(checks)
      .set({
        ...{ fence: sql`${checks.fence} + 1`, leasedBy: owner, leasedUntil: inMs(ttlMs) },
        // A lease that ran out was held by a process that is dead, or by this one while the store was away.
        deaths: sql`${checks.deaths} + (${checks.leasedBy} is distinct from ${owner} and ${checks.leasedBy} is not null)::int`,
      })
      .where(and(eq(checks.id, checkId), inArray(checks.state, LIVE), isFree(ttlMs)))
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
export async function renewLease(store: Store, lease: Lease, ttlMs = LEASE_MS): Promise<boolean> {
  const held = await store.db
    .update(checks)
    .set({ leasedUntil: inMs(ttlMs) })
    .where(isNewest(lease))
    .returning({ id: checks.id });
  return held.length > 0;
}

/** For so many milliseconds more nobody else can take it; 0 where somebody may. */
export async function leaseLeft(store: Store, checkId: string): Promise<number> {
  const left = sql<number>`ceil(extract(epoch from ${checks.leasedUntil} - clock_timestamp()) * 1000)::int`;
  const [held] = await store.db
    .select({ left })
    .from(checks)
    .where(and(eq(checks.id, checkId), not(isFree(LEASE_MS))));
  return held?.left ?? 0;
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

/** By the clock of the store, which is the same for all: the machines of its processes may each have another time. */
const inMs = (ms: number) => sql<Date>`clock_timestamp() + ${ms} * interval '1 millisecond'`;

/**
 * An end further ahead than a lease lasts was written before that clock was set back. A process that is alive renews
 * its lease within seconds; of one that is dead the check would wait until the clock has caught up.
 */
const isFree = (ttlMs: number): SQL =>
  sql`(${or(
    isNull(checks.leasedUntil),
    lte(checks.leasedUntil, sql`clock_timestamp()`),
    gt(checks.leasedUntil, inMs(ttlMs + CLOSE_MS)),
  )})`;
const isNewest = ({ checkId, fence }: Lease) => and(eq(checks.id, checkId), eq(checks.fence, fence));
