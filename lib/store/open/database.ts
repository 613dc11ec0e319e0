import type { SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "../tables/schema.ts";

/** What the embedded database and PostgreSQL have in common, and every statement here is written for. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
/** A transaction serves wherever a database does. On the embedded one, the outer database must not be used inside it. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Reader = Database | Tx;

export async function rows<Row>(on: Reader, query: SQL): Promise<readonly Row[]> {
  const result = (await on.execute(query)) as unknown as { readonly rows: readonly Row[] };
  return result.rows;
}
