import { Client } from "pg";
import { startPostgres } from "#testing/store/postgres.ts";

/** A PostgreSQL for one spec file, and as many empty databases in it as it wants. Null where the machine has none. */
export type Databases = { fresh(): Promise<string>; stop(): Promise<void> };

export async function openDatabases(): Promise<Databases | null> {
  const postgres = await startPostgres();
  if (!postgres) return null;
  let made = 0;
  return {
    async fresh() {
      made += 1;
      const client = new Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(`create database check${made}`);
      await client.end();
      return postgres.url.replace(/postgres$/, `check${made}`);
    },
    stop: () => postgres.stop(),
  };
}
