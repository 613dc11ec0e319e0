import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasRoomFor } from "#lib/check/owner/save-before.ts";
import type { CheckDeps } from "#lib/check/state/deps.ts";
import { createCheck, readCheck } from "#lib/store/check/checks.ts";
import { deleteCheck } from "#lib/store/check/delete-check.ts";
import { releaseLease } from "#lib/store/check/lease.ts";
import { sweep } from "#lib/store/check/sweep.ts";
import { openStore } from "#lib/store/open/open-store.ts";
import type { Store } from "#lib/store/open/store.ts";
import { leased, newCheck, person, T0 } from "#testing/store/rows.ts";
import { freshFolder } from "#testing/store/template.ts";

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

/** What the tables take. The log of the database is as long as it is, whatever they hold. */
function tablesOf(folder: string): number {
  const files = readdirSync(join(folder, "db", "base"), { recursive: true, withFileTypes: true });
  const sizes = files.map((file) => (file.isFile() ? statSync(join(file.parentPath, file.name)).size : 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function fill(id: string, count: number): Promise<void> {
  await createCheck(store, newCheck(id, { expiresAt: new Date("2100-01-01") }));
  for (let from = 0; from < count; from += 10_000)
    await store.db.execute(sql`
      insert into people (check_id, acct, server, person, rev)
      select ${id}, 'p' || n || '@far.example', 'far.example',
        jsonb_build_object('acct', 'p' || n || '@far.example', 'server', 'far.example', 'before', 'list', 'in', '[]'::jsonb), 1
      from generate_series(${from}::int + 1, ${Math.min(count, from + 10_000)}::int) as n`);
  await store.db.execute(sql`update checks set state = 'done' where id = ${id}`);
}

const listed = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => person(`p${from + n}@far.example`, { before: "list" }));

test("a check has room for 200,000 people over all lists, and a list handed in again takes none", async () => {
  await fill("large", 199_990);
  const room = (people: ReturnType<typeof listed>) => hasRoomFor({ store } as CheckDeps, "large", people);
  expect(await room(listed(199_991, 200_001))).toBe(true);
  expect(await room(listed(199_991, 200_002))).toBe(false);
  expect(await room(listed(190_000, 200_001))).toBe(true);
  expect(await room(listed(190_000, 200_002))).toBe(false);
});

test("a large check is deleted in bites, and the disk has its room back at a sweep while no check is at work", async () => {
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
