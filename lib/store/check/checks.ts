import { and, arrayContains, eq, getTableColumns, inArray, isNotNull, lte, or, sql } from "drizzle-orm";
import type { Store } from "../open/store.ts";
import { checks } from "../tables/schema.ts";
import { LIVE } from "../tables/types.ts";
import type { Writing } from "./write.ts";

export type CheckRow = typeof checks.$inferSelect;
type Columns = typeof checks.$inferInsert;

/** What a new check starts from; all else begins empty. */
export type NewCheckRow = Pick<
  Columns,
  "id" | "keyHash" | "mode" | "old" | "targets" | "proof" | "createdAt" | "expiresAt"
> &
  Partial<Pick<Columns, "input" | "accts" | "steps" | "cursor" | "earlier">>;

/** Everything a writer may change; identity, revision and lease have their own ways. */
export type CheckPatch = Partial<
  Omit<
    Columns,
    "id" | "keyHash" | "rev" | "inputRev" | "fence" | "leasedBy" | "leasedUntil" | "createdAt" | "updatedAt"
  >
>;

export async function createCheck(store: Store, row: NewCheckRow): Promise<void> {
  const empty = { input: {}, steps: [], waits: [], cursor: {}, history: [] };
  await store.db.insert(checks).values({ ...empty, ...row, updatedAt: row.createdAt });
}

export async function readCheck(store: Store, id: string): Promise<CheckRow | undefined> {
  const [row] = await store.db.select().from(checks).where(eq(checks.id, id));
  return row;
}

/** The row as it is while nobody else can write it. */
export async function rowOf({ tx, checkId }: Writing): Promise<CheckRow | undefined> {
  const [row] = await tx.select().from(checks).where(eq(checks.id, checkId));
  return row;
}

/** What pages poll for, without the evidence: that can weigh more than all the rest. */
export async function readProgress(store: Store, id: string): Promise<Omit<CheckRow, Heavy> | undefined> {
  const { facts, earlier, move, input, cursor, ...light } = getTableColumns(checks);
  const [row] = await store.db.select(light).from(checks).where(eq(checks.id, id));
  return row;
}
type Heavy = "facts" | "earlier" | "move" | "input" | "cursor";

/** The evidence about the mover's own accounts, without what was handed in. */
export async function readFacts(store: Store, id: string): Promise<CheckRow["facts"]> {
  const [row] = await store.db.select({ facts: checks.facts }).from(checks).where(eq(checks.id, id));
  return row?.facts ?? null;
}

/** Undefined clears nothing; null does. */
export async function patchCheck(on: Writing, patch: CheckPatch): Promise<void> {
  if (Object.keys(patch).length === 0) return;
  await on.tx.update(checks).set(patch).where(eq(checks.id, on.checkId));
}

/** Sets where one step goes on, and leaves the other steps' places alone. */
export async function saveCursor(on: Writing, step: string, place: unknown): Promise<void> {
  const merged = sql`${checks.cursor} || ${checks.cursor.mapToDriverValue({ [step]: place ?? null })}::jsonb`;
  await on.tx.update(checks).set({ cursor: merged }).where(eq(checks.id, on.checkId));
}

/** Gives the run something to do: it is queued again, whatever state it is in, and a wait is over. */
export async function requeue(on: Writing, patch: CheckPatch = {}): Promise<void> {
  const due = { state: "queued" as const, resumesAt: null, nextLookAt: null, waits: [], inputRev: on.rev };
  await on.tx
    .update(checks)
    .set({ ...patch, ...due })
    .where(eq(checks.id, on.checkId));
}

/** Writes how a run ended, unless `requeue` came after the `inputRev` the run has read: false, and it is still queued. */
export async function endRun(on: Writing, readInputRev: number, patch: CheckPatch): Promise<boolean> {
  const ended = await on.tx
    .update(checks)
    .set(patch)
    .where(and(eq(checks.id, on.checkId), lte(checks.inputRev, readInputRev)))
    .returning({ id: checks.id });
  return ended.length > 0;
}

/** Ends the run at once: the fence goes up, so the process at work writes nothing more. */
export async function endCheck(on: Writing, state: "cancelled" | "failed", failure?: string): Promise<boolean> {
  const ended = await on.tx
    .update(checks)
    .set({
      ...{ state, failure: failure ?? null, fence: sql`${checks.fence} + 1` },
      ...{ waits: [], resumesAt: null, nextLookAt: null, leasedBy: null, leasedUntil: null },
    })
    .where(and(eq(checks.id, on.checkId), inArray(checks.state, LIVE)))
    .returning({ id: checks.id });
  return ended.length > 0;
}

/** Checks that have work left or look again one day, with the moment before which there is nothing to do. */
export async function checksToWake(store: Store): Promise<{ id: string; at: Date | null }[]> {
  const found = await store.db
    .select({ id: checks.id, resumesAt: checks.resumesAt, nextLookAt: checks.nextLookAt })
    .from(checks)
    .where(or(inArray(checks.state, LIVE), isNotNull(checks.nextLookAt)));
  return found.map(({ id, resumesAt, nextLookAt }) => ({ id, at: resumesAt ?? nextLookAt }));
}

/** Checks whose moment has come: where a job was lost or a clock was put right, nobody else wakes them. */
export async function dueChecks(store: Store, now: Date): Promise<string[]> {
  const waits = and(eq(checks.state, "waiting"), lte(checks.resumesAt, now));
  const found = await store.db
    .select({ id: checks.id })
    .from(checks)
    .where(or(lte(checks.nextLookAt, now), waits));
  return found.map(({ id }) => id);
}

/** Those of some checks that a worker is busy with, or will be as soon as one is free. */
export async function checksAtWork(store: Store, ids: readonly string[]): Promise<string[]> {
  const found = await store.db
    .select({ id: checks.id })
    .from(checks)
    .where(and(inArray(checks.id, [...ids]), inArray(checks.state, ["queued", "running"])));
  return found.map(({ id }) => id);
}

/** For the removal by an account's owner. */
export async function checksAbout(store: Store, acct: string): Promise<string[]> {
  const found = await store.db
    .select({ id: checks.id })
    .from(checks)
    .where(arrayContains(checks.accts, [acct]));
  return found.map(({ id }) => id);
}
