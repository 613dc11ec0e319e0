import { rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, inject } from "vitest";
import { openStore } from "#lib/store/open/open-store.ts";
import type { Store } from "#lib/store/open/store.ts";
import { freshPostgres } from "./shared-postgres.ts";
import { freshFolder } from "./template.ts";

/** Runs the same tests over the embedded database and over a real PostgreSQL, where there is one. */
export function overStores(suite: (store: () => Store) => void): void {
  describe("embedded", () => {
    let dataDir = "";
    const open = async () => {
      dataDir = await freshFolder();
      return openStore({ kind: "embedded", dataDir });
    };
    over(open, suite);
    afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  });
  describe("PostgreSQL", () => {
    const open = async () => {
      const url = inject("postgresUrl");
      return url === null ? null : openStore({ kind: "postgres", url: await freshPostgres(url) });
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
