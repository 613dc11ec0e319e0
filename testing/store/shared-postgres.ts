import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { openStore } from "#lib/store/open/open-store.ts";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Of a PostgreSQL that all test files share. Null where the machine has none. */
    readonly postgresUrl: string | null;
  }
}

const TEMPLATE = "migrated";

/** Runs once for all test files: starting a PostgreSQL for each took longer than many of them. */
export default async function setUp({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const postgres = await startPostgres();
  provide("postgresUrl", postgres?.url ?? null);
  if (!postgres) {
    process.stderr.write("No PostgreSQL found on this machine: its half of the store's tests is SKIPPED.\n");
    return undefined;
  }
  await makeDatabase(postgres.url, TEMPLATE, "template1");
  await (await openStore({ kind: "postgres", url: databaseAt(postgres.url, TEMPLATE) })).close();
  return () => postgres.stop();
}

/** A migrated database for one test file. */
export async function freshPostgres(url: string): Promise<string> {
  const name = `file_${crypto.randomUUID().replaceAll("-", "")}`;
  await makeDatabase(url, name, TEMPLATE);
  return databaseAt(url, name);
}

async function makeDatabase(url: string, name: string, template: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name} template ${template}`);
  await client.end();
}

const databaseAt = (url: string, name: string): string => url.replace(/postgres$/, name);
