import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { openStore } from "#lib/store/open/open-store.ts";
import type { Store } from "#lib/store/open/store.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";

/** Runs the same tests over the embedded database and over a real PostgreSQL; says so where there is none. */
export function overStores(suite: (store: () => Store) => void): void {
  describe("embedded", () => over(() => openStore({ kind: "memory" }), suite));
  describe("PostgreSQL", () => {
    let postgres: TestPostgres | null = null;
    afterAll(() => postgres?.stop());
    const open = async () => {
      postgres = await startPostgres();
      if (postgres) return openStore({ kind: "postgres", url: postgres.url });
      process.stderr.write("No PostgreSQL found on this machine: its half of the store's tests is SKIPPED.\n");
      return null;
    };
    over(open, suite);
  });
}

function over(open: () => Promise<Store | null>, suite: (store: () => Store) => void): void {
  let store: Store | null = null;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(({ skip }) => {
    if (!store) skip("no PostgreSQL on this machine");
  });
  afterAll(() => store?.close());
  suite(() => {
    if (store) return store;
    throw new Error("The store is not open.");
  });
}
