import { and, eq, lte, sql } from "drizzle-orm";
import type { Store } from "../open/store.ts";
import { checks, people, servers, shares } from "../tables/schema.ts";

/** A statement over more people holds up everybody else on the embedded database. */
const BITE = 500;
/** No key has this hash. */
const NOBODYS = "deleted";
const LONG_AGO = new Date(0);

/**
 * All of it: people, servers and share pages too. False where there is no such check. It is out of everybody's reach at
 * once, and its rows follow in bites; were the process to end between two, the next sweep finds it expired.
 */
export async function deleteCheck(store: Store, id: string): Promise<boolean> {
  const there = await store.db.transaction(async (tx) => {
    // The check's row goes first: a run of it waits there, and then finds its lease stale.
    const [row] = await tx
      .update(checks)
      .set({
        ...{ state: "cancelled", keyHash: NOBODYS, expiresAt: LONG_AGO, fence: sql`${checks.fence} + 1` },
        ...{ accts: [], facts: null, leasedBy: null, leasedUntil: null, resumesAt: null },
      })
      .where(eq(checks.id, id))
      .returning({ id: checks.id });
    await tx.delete(shares).where(eq(shares.checkId, id));
    return row !== undefined;
  });
  if (there) await dropCheck(store, id);
  return there;
}

/** The rows of a check that nobody can open any more. Share pages stay: its row leaves them, with all else of it. */
export async function dropCheck(store: Store, id: string): Promise<void> {
  while (await dropSome(store, id, people, people.acct));
  while (await dropSome(store, id, servers, servers.host));
  await store.db.delete(checks).where(eq(checks.id, id));
}

/** False once so few are left that they may go with the check. */
function dropSome(
  store: Store,
  id: string,
  table: typeof people | typeof servers,
  name: typeof people.acct | typeof servers.host,
): Promise<boolean> {
  const mine = eq(table.checkId, id);
  return store.db.transaction(async (tx) => {
    // In the order of every writer: first the check, then what belongs to it.
    await tx.select({ id: checks.id }).from(checks).where(eq(checks.id, id)).for("update");
    const rest = tx.select({ name }).from(table).where(mine);
    const [last] = await rest.orderBy(name).offset(BITE).limit(1);
    if (last) await tx.delete(table).where(and(mine, lte(name, last.name)));
    return last !== undefined;
  });
}
