import { gt, inArray, like, lte, or, sql } from "drizzle-orm";
import { type Tally, windowEnd } from "#lib/domain/ports/budget.ts";
import { inSlices } from "../check/slices.ts";
import type { Reader } from "../open/database.ts";
import { toJson } from "../tables/json.ts";
import { ledger } from "../tables/schema.ts";

export type Tallies = ReadonlyMap<string, Tally>;

const DAY = 86_400_000;

/** From then on the row says no more than an empty one. The count of failures outlives its last pause by a day. */
export function idleAt(tally: Tally): number {
  const windows = (["all", "paged"] as const).flatMap((kind) => {
    const { start, told } = tally[kind];
    return [start === 0 ? 0 : windowEnd(kind, start), told?.until ?? 0];
  });
  const grudge = tally.failures > 0 ? tally.pausedUntil + DAY : 0;
  return Math.max(...windows, tally.quietUntil, grudge);
}

export async function readTallies(on: Reader, now: Date): Promise<Map<string, Tally>> {
  const found = await on.select().from(ledger).where(gt(ledger.idleAt, now.getTime()));
  return new Map(found.map(({ host, tally }) => [host, tally as Tally]));
}

/** Locked until the transaction ends, in one order, so that two processes never wait for each other. */
export async function lockTallies(on: Reader, hosts: readonly string[]): Promise<Map<string, Tally>> {
  // A row that is not there cannot be locked, and two processes would both start from nothing.
  await on.execute(sql`
    insert into ledger (host, tally, idle_at)
    select host, 'null', 0 from jsonb_array_elements_text(${toJson(hosts)}::jsonb) as host order by host
    on conflict do nothing`);
  const found = await on
    .select()
    .from(ledger)
    .where(inArray(ledger.host, [...hosts]))
    .orderBy(ledger.host)
    .for("update");
  return new Map(found.flatMap(({ host, tally }) => (tally ? [[host, tally as Tally]] : [])));
}

export async function saveTallies(on: Reader, tallies: Tallies): Promise<void> {
  for (const slice of inSlices([...tallies])) {
    const given = toJson(slice.map(([host, tally]) => ({ host, tally, idle_at: idleAt(tally) })));
    await on.execute(sql`
      insert into ledger (host, tally, idle_at)
      select * from jsonb_to_recordset(${given}::jsonb) as given(host text, tally jsonb, idle_at bigint) order by host
      on conflict (host) do update set tally = excluded.tally, idle_at = excluded.idle_at`);
  }
}

/** Also what is counted apart, after a space. Hosts hold no sign that means something to a pattern. */
export async function dropTallies(on: Reader, host: string): Promise<void> {
  const theirs = [host, `${host} %`, `%.${host}`, `%.${host} %`].map((name) => like(ledger.host, name));
  await on.delete(ledger).where(or(...theirs));
}

export async function dropIdleTallies(on: Reader, now: Date): Promise<void> {
  await on.delete(ledger).where(lte(ledger.idleAt, now.getTime()));
}
