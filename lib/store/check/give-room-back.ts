import { inArray, isNotNull, or, sql } from "drizzle-orm";
import { rows } from "../open/database.ts";
import type { Store } from "../open/store.ts";
import { checks } from "../tables/schema.ts";

/** A table that holds so much room of rows that are gone is written anew. */
const MUCH_BYTES = 16 * 1024 * 1024;
/** The rest of a table is written in one piece, and everybody waits meanwhile. */
const LITTLE_BYTES = 8 * 1024 * 1024;
/** Beside its columns, and in the indexes about as much again. */
const ROW_BYTES = 32;
const WITH_INDEXES = 2;
const PIECE_BYTES = 2_100;

/**
 * Deleted rows leave room that their table keeps: a vacuum lets new rows have it, and the disk never sees it again.
 * Where much is free and little is left, a table is written anew, while no check is at work. Follows a vacuum, which
 * counts the rows.
 */
export async function giveRoomBack(store: Store): Promise<readonly string[]> {
  if (await isBusy(store)) return [];
  const roomy = await roomyTables(store);
  for (const name of roomy) await store.db.execute(sql`vacuum (full, analyze) ${sql.identifier(name)}`);
  if (roomy.length > 0) await store.db.execute(sql`checkpoint`);
  return roomy;
}

async function isBusy({ db }: Store): Promise<boolean> {
  const working = or(isNotNull(checks.leasedBy), inArray(checks.state, ["queued", "running"]));
  const found = await db.select({ id: checks.id }).from(checks).where(working).limit(1);
  return found.length > 0;
}

async function roomyTables({ db }: Store): Promise<readonly string[]> {
  const found = await rows<{ name: string; bytes: number; held: number }>(
    db,
    sql`select t.relname as name, pg_total_relation_size(t.oid)::float8 as bytes,
      ${WITH_INDEXES}::float8 * greatest(t.reltuples, 0) * (${ROW_BYTES}::float8 + coalesce(
        (select sum(avg_width) from pg_stats where schemaname = 'public' and tablename = t.relname), 0))
        + ${PIECE_BYTES}::float8 * greatest(coalesce(long.reltuples, 0), 0) as held
      from pg_class t left join pg_class long on long.oid = t.reltoastrelid
      where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace`,
  );
  return found.flatMap(({ name, bytes, held }) => (bytes - held > MUCH_BYTES && held < LITTLE_BYTES ? [name] : []));
}
