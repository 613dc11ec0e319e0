import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "../open/database.ts";
import { CHANGED, type Store } from "../open/store.ts";
import { checks } from "../tables/schema.ts";

/** The right to write a running check. The next process that takes the lease has a higher fence. */
export type Lease = { readonly checkId: string; readonly fence: number };

/** Somebody else runs this check now, or it was cancelled or deleted: end without another write. */
export class StaleLease extends Error {
  override name = "StaleLease";
}

/** One transaction on one check. All rows it writes carry `rev`, so that readers can ask what changed since. */
export type Writing = { readonly tx: Tx; readonly checkId: string; readonly rev: number };

/** What is written together commits together, and only while the lease is the newest. No network wait belongs in here. */
export function underLease<T>(
  store: Store,
  { checkId, fence }: Lease,
  now: Date,
  body: (on: Writing) => Promise<T>,
): Promise<T> {
  return store.db.transaction(async (tx) => {
    const rev = await nextRev(tx, checkId, now, fence);
    if (rev === undefined) throw new StaleLease(`The lease ${fence} on check ${checkId} is no longer the newest.`);
    return body({ tx, checkId, rev });
  });
}

/** A write by the check's owner, also while a process runs the check. Undefined where there is no such check. */
export function asOwner<T>(
  store: Store,
  checkId: string,
  now: Date,
  body: (on: Writing) => Promise<T>,
): Promise<T | undefined> {
  return store.db.transaction(async (tx) => {
    const rev = await nextRev(tx, checkId, now);
    return rev === undefined ? undefined : body({ tx, checkId, rev });
  });
}

/** Locks the check's row until the commit: so revisions become visible in their order, and fences cannot be overtaken. */
async function nextRev(tx: Tx, checkId: string, now: Date, fence?: number): Promise<number | undefined> {
  const [row] = await tx
    .update(checks)
    .set({ rev: sql`${checks.rev} + 1`, updatedAt: now })
    .where(and(eq(checks.id, checkId), fence === undefined ? undefined : eq(checks.fence, fence)))
    .returning({ rev: checks.rev, told: sql`pg_notify(${CHANGED}, ${checks.id})` });
  return row?.rev;
}
