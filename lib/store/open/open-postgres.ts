import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import * as schema from "../tables/schema.ts";
import type { Database } from "./database.ts";
import { listenOn } from "./listen-postgres.ts";
import { migrationsFolder } from "./migrations-folder.ts";
import { takeRoom } from "./need-room.ts";
import { PLANNER } from "./planner.ts";
import { writeAlive } from "./settings.ts";
import type { Store } from "./store.ts";
import { listenTo, watchTrouble } from "./trouble.ts";

const POOL = { max: 10, connectionTimeoutMillis: 10_000, keepAlive: true } as const;
/** A process that hangs inside a transaction must not hold a check's row for longer than its lease. */
const SESSION = ["idle_in_transaction_session_timeout=10000", ...PLANNER.map((way) => `${way}=off`)]
  .map((setting) => `-c ${setting}`)
  .join(" ");
/** Any number that nobody else is likely to lock. */
const MIGRATING = 7_305_011_942;

export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, options: SESSION, application_name: "housewarming", ...POOL });
  const db = drizzle(pool, { schema }) as unknown as Database;
  const trouble = watchTrouble({
    isThere: () => db.execute(sql`select 1`),
    canWrite: async () => {
      await writeAlive(db);
      await takeRoom(db);
    },
  });
  // An idle connection that breaks is replaced; the next query fails if the database is really away.
  pool.on("error", () => {});
  // The pool listens only while a connection is idle. One that breaks between two statements of a transaction
  // would end the process; heard here, the next statement fails, and the transaction with it.
  pool.on("connect", (client) => {
    client.on("error", () => {});
    listenTo(client, ["query"], trouble.heard);
  });
  listenTo(pool, ["query", "connect"], trouble.heard);
  try {
    await migrateOneByOne(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    kind: "postgres",
    db,
    alone: false,
    forJobs: { connectionString: url, max: 4, application_name: "housewarming-jobs" },
    listen: (heard) => listenOn(url, heard),
    trouble,
    close: () => (closing ??= pool.end()),
  };
}

/** Processes that start together would each create the same tables. */
async function migrateOneByOne(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATING]);
    await migrate(drizzle(client, { schema }), { migrationsFolder: migrationsFolder() });
    await client.query("select pg_advisory_unlock($1)", [MIGRATING]);
  } finally {
    client.release();
  }
}
