import { and, eq, lt, sql } from "drizzle-orm";
import type { Store } from "../open/store.ts";
import { checks, pushSubscriptions } from "../tables/schema.ts";
import type { Writing } from "./write.ts";

export type PushRow = typeof pushSubscriptions.$inferSelect;

const isOne = ({ checkId, device }: Pick<PushRow, "checkId" | "device">) =>
  and(eq(pushSubscriptions.checkId, checkId), eq(pushSubscriptions.device, device));

/** False where that many others are there already. */
export async function keepPush(store: Store, row: PushRow, most: number): Promise<boolean> {
  return store.db.transaction(async (tx) => {
    // Of two that come at once the second one counts the first.
    const [check] = await tx.select({ id: checks.id }).from(checks).where(eq(checks.id, row.checkId)).for("update");
    if (!check) return false;
    const there = await tx.select().from(pushSubscriptions).where(eq(pushSubscriptions.checkId, row.checkId));
    if (there.filter(({ device }) => device !== row.device).length >= most) return false;
    const target = [pushSubscriptions.checkId, pushSubscriptions.device];
    const { sealed } = row;
    await tx.insert(pushSubscriptions).values(row).onConflictDoUpdate({ target, set: { sealed } });
    return true;
  });
}

export const pushesOf = ({ db }: Store, checkId: string): Promise<PushRow[]> =>
  db.select().from(pushSubscriptions).where(eq(pushSubscriptions.checkId, checkId));

export async function dropPush({ db }: Store, one: Pick<PushRow, "checkId" | "device">): Promise<boolean> {
  const gone = await db.delete(pushSubscriptions).where(isOne(one)).returning({ device: pushSubscriptions.device });
  return gone.length > 0;
}

/** It is to be told of no check any more. */
export async function dropDevice({ db }: Store, device: string): Promise<void> {
  await db.delete(pushSubscriptions).where(eq(pushSubscriptions.device, device));
}

/** Nothing will happen that somebody could be told. */
export async function dropPushes({ tx, checkId }: Writing): Promise<void> {
  await tx.delete(pushSubscriptions).where(eq(pushSubscriptions.checkId, checkId));
}

/** Of several processes one gets the row, and tells it. */
export async function markTold({ db }: Store, { toldAt, ...one }: PushRow, at: Date): Promise<boolean> {
  const told = await db
    .update(pushSubscriptions)
    .set({ toldAt: at })
    .where(and(isOne(one), lt(pushSubscriptions.toldAt, at)))
    .returning({ device: pushSubscriptions.device });
  return told.length > 0;
}

/** Nobody could be told: it is tried again, unless there is something newer by now. */
export async function markUntold({ db }: Store, row: PushRow, at: Date): Promise<void> {
  await db
    .update(pushSubscriptions)
    .set({ toldAt: row.toldAt })
    .where(and(isOne(row), eq(pushSubscriptions.toldAt, at)));
}

const lastReading = sql`(${checks.history}->-1->>'at')::timestamptz`;

/** Checks with a browser that does not know of the last reading. */
export async function checksToTell({ db }: Store): Promise<string[]> {
  const found = await db
    .selectDistinct({ id: checks.id })
    .from(pushSubscriptions)
    .innerJoin(checks, eq(checks.id, pushSubscriptions.checkId))
    .where(sql`${lastReading} > ${pushSubscriptions.toldAt}`);
  return found.map(({ id }) => id);
}
