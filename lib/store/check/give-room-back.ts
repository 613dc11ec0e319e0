import { inArray, isNotNull, or, sql } from "drizzle-orm";
import { compactTable } from "../open/compact-table.ts";
import { rows } from "../open/database.ts";
import type { Store } from "../open/store.ts";
import { checks } from "../tables/schema.ts";

/** A table, or what stands beside it, that holds so much room of rows that are gone gives it back. */
const MUCH_BYTES = 16 * 1024 * 1024;
/** So much is written anew in one piece, and everybody waits meanwhile. */
const LITTLE_BYTES = 8 * 1024 * 1024;
export type Measure = { readonly much: number; readonly little: number };
const USUAL: Measure = { much: MUCH_BYTES, little: LITTLE_BYTES };
/** Beside its columns, and in the indexes about as much again. */
const ROW_BYTES = 32;
const WITH_INDEXES = 2;
const PIECE_BYTES = 2_100;

/** `bytes` of the rows' own pages, `held` by rows that are there; `allBytes` and `allHeld` with indexes and long values. */
type Room = {
  readonly name: string;
  readonly bytes: number;
  readonly held: number;
  readonly allBytes: number;
  readonly allHeld: number;
};

/**
 * Deleted rows leave room that their table keeps: a vacuum lets new rows have it, and the disk never sees it again.
 * Where little is left and no check is at work, a table is written anew. Where much is left, or a check is always at
 * work, rows are moved together in bites. Follows a vacuum, which counts the rows.
 */
export async function giveRoomBack(store: Store, { much, little }: Measure = USUAL): Promise<readonly string[]> {
  const busy = await isBusy(store);
  const given: string[] = [];
  for (const { name, bytes, held, allBytes, allHeld } of await roomIn(store)) {
    const isSmall = allHeld < little && !busy;
    if (isSmall && allBytes - allHeld > much)
      await store.db.execute(sql`vacuum (full, analyze) ${sql.identifier(name)}`);
    else if (bytes - held > much) await compactTable(store, name, held);
    else continue;
    given.push(name);
  }
  if (given.length > 0) await store.db.execute(sql`checkpoint`);
  return given;
}

async function isBusy({ db }: Store): Promise<boolean> {
  const working = or(isNotNull(checks.leasedBy), inArray(checks.state, ["queued", "running"]));
  const found = await db.select({ id: checks.id }).from(checks).where(working).limit(1);
  return found.length > 0;
}

async function roomIn({ db }: Store): Promise<readonly Room[]> {
  const found = await rows<Omit<Room, "allHeld"> & { readonly long: number }>(
    db,
    sql`select t.relname as name, pg_relation_size(t.oid)::float8 as bytes,
      pg_total_relation_size(t.oid)::float8 as "allBytes",
      greatest(t.reltuples, 0) * (${ROW_BYTES}::float8 + coalesce(
        (select sum(avg_width) from pg_stats where schemaname = 'public' and tablename = t.relname), 0)) as held,
      ${PIECE_BYTES}::float8 * greatest(coalesce(long.reltuples, 0), 0) as long
      from pg_class t left join pg_class long on long.oid = t.reltoastrelid
      where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace`,
  );
  return found.map(({ long, ...room }) => ({ ...room, allHeld: WITH_INDEXES * room.held + long }));
}
