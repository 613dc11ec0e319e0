import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillCheck, leased, T0 } from "#testing/store/rows.ts";
import { freshFolder } from "#testing/store/template.ts";
import { openStore } from "../open/open-store.ts";
import type { Store } from "../open/store.ts";
import { readCheck } from "./checks.ts";
import { deleteCheck } from "./delete-check.ts";
import { releaseLease } from "./lease.ts";
import { sweep } from "./sweep.ts";

const MB = 1024 * 1024;
let dataDir = "";
let store: Store;
beforeAll(async () => {
  dataDir = await freshFolder();
  store = await openStore({ kind: "embedded", dataDir });
});
afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The bytes that the tables take. The log of the database is not counted: its length does not depend on them. */
function tablesOf(folder: string): number {
  const files = readdirSync(join(folder, "db", "base"), { recursive: true, withFileTypes: true });
  const sizes = files.map((file) => (file.isFile() ? statSync(join(file.parentPath, file.name)).size : 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}

test("a large check is deleted in bites, and the disk has its room back at a sweep while no check is at work", {
  timeout: 180_000,
}, async () => {
  await fillCheck(store, "large", 200_000);
  const full = tablesOf(dataDir);
  expect(full).toBeGreaterThan(40 * MB);
  expect(await deleteCheck(store, "large")).toBe(true);
  expect(await readCheck(store, "large")).toBeUndefined();
  const lease = await leased(store, "at work");
  await sweep(store, T0);
  expect(tablesOf(dataDir)).toBeGreaterThan(full / 3);
  await releaseLease(store, lease);
  await store.db.execute(sql`update checks set state = 'done' where id = 'at work'`);
  await sweep(store, T0);
  expect(tablesOf(dataDir)).toBeLessThan(full / 3);
  expect(await readCheck(store, "at work")).toMatchObject({ id: "at work" });
});
