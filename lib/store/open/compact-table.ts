import { sql } from "drizzle-orm";
import { pause } from "#lib/flow/pause.ts";
import { rows } from "./database.ts";
import type { Store } from "./store.ts";

const PAGE_BYTES = 8_192;
/** Some hundred rows: nobody waits longer for them than for a page of a list. */
const PAGES_AT_ONCE = 16;
/** Of a hundred thousand people. The indexes of more keep their room for new rows. */
const MOST_INDEXED = 24 * 1024 * 1024;
/** Free room is in pieces, so the rows need more pages than their bytes fill. */
const SLACK = 1.25;

type Layout = { readonly pages: number; readonly columns: string; readonly isNamed: boolean };

/**
 * Moves the rows at the end of a table into free room at its beginning, in bites, and gives the end back to the disk: a
 * vacuum cuts off empty pages at the end alone, and lets new rows have the first free ones. For a database that nobody
 * else writes meanwhile: a row that is moved is deleted and written again in one statement.
 */
export async function compactTable(store: Store, name: string, heldBytes: number): Promise<void> {
  const layout = await layoutOf(store, name);
  // Rows of other tables that name one of its rows would be deleted with it.
  if (!layout || layout.isNamed) return;
  const border = Math.ceil((SLACK * heldBytes) / PAGE_BYTES);
  for (let page = border; page < layout.pages; page += PAGES_AT_ONCE) {
    const lowest = await moveDown(store, name, layout.columns, page);
    // All free room lower down is taken: the rows need more of it than was reckoned.
    if (lowest !== null && lowest >= border) break;
    await pause();
  }
  await store.db.execute(sql`vacuum (analyze) ${sql.identifier(name)}`);
  if (heldBytes <= MOST_INDEXED) await writeIndexes(store, name);
}

/** A vacuum lets an index keep all its room, so each is written anew: everybody waits meanwhile, a quarter of a second. */
async function writeIndexes({ db }: Store, name: string): Promise<void> {
  const found = await rows<{ index: string }>(
    db,
    sql`select indexname as index from pg_indexes where schemaname = 'public' and tablename = ${name}`,
  );
  for (const { index } of found) {
    await db.execute(sql`reindex index ${sql.identifier(index)}`);
    await pause();
  }
}

/**
 * The database finds room for rows that are written anew: at the beginning, after a vacuum. Tells the lowest page that one
 * of them came to; null where there were none.
 */
async function moveDown({ db }: Store, name: string, columns: string, page: number): Promise<number | null> {
  const [table, names] = [sql.identifier(name), sql.raw(columns)];
  const [to] = await rows<{ lowest: number | null }>(
    db,
    sql`with moved as (
      delete from ${table} where ctid >= ${`(${page},0)`}::tid and ctid < ${`(${page + PAGES_AT_ONCE},0)`}::tid
      returning ${names}
    ), written as (
      insert into ${table} (${names}) select ${names} from moved returning ctid
    )
    select min((ctid::text::point)[0])::int as lowest from written`,
  );
  return to?.lowest ?? null;
}

/** Columns that the database reckons by itself cannot be written. */
async function layoutOf({ db }: Store, name: string): Promise<Layout | undefined> {
  const [layout] = await rows<Layout>(
    db,
    sql`select (pg_relation_size(t.oid) / ${PAGE_BYTES}::int)::int as pages,
        (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
          where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
        exists (select from pg_constraint where contype = 'f' and confrelid = t.oid) as "isNamed"
      from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and t.relname = ${name}`,
  );
  return layout;
}
