import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withEmbedded } from "#testing/store/embedded.ts";
import { fillCheck, leased } from "#testing/store/rows.ts";
import { rows } from "../open/database.ts";
import type { Store } from "../open/store.ts";
import { readCheck } from "./checks.ts";
import { deleteCheck } from "./delete-check.ts";
import { giveRoomBack } from "./give-room-back.ts";
import { releaseLease } from "./lease.ts";

const MB = 1024 * 1024;
let dataDir = "";
let store: Store;
withEmbedded((opened, folder) => {
  store = opened;
  dataDir = folder;
});

/** The bytes that the tables take. The log of the database is not counted: its length does not depend on them. */
function tablesOf(folder: string): number {
  const files = readdirSync(join(folder, "db", "base"), { recursive: true, withFileTypes: true });
  const sizes = files.map((file) => (file.isFile() ? statSync(join(file.parentPath, file.name)).size : 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function peopleOf(id: string): Promise<{ readonly count: number; readonly sum: string } | undefined> {
  const [found] = await rows<{ count: number; sum: string }>(
    store.db,
    sql`select count(*)::int as count, md5(string_agg(people::text, ',' order by acct)) as sum from people where check_id = ${id}`,
  );
  return found;
}

/** As a sweep does it, with a measure for small tables. */
async function giveBack(): Promise<readonly string[]> {
  await store.db.execute(sql`vacuum analyze`);
  return giveRoomBack(store, { much: 2 * MB, little: 0.5 * MB });
}

test("what a large check held goes back to the disk while much is left and another check is at work", async () => {
  await fillCheck(store, "large", 20_000);
  await fillCheck(store, "staying", 10_000);
  const lease = await leased(store, "at work");
  const [full, staying] = [tablesOf(dataDir), await peopleOf("staying")];
  expect(await deleteCheck(store, "large")).toBe(true);
  expect(await readCheck(store, "large")).toBeUndefined();
  expect(await giveBack()).toEqual(["people"]);
  expect(tablesOf(dataDir)).toBeLessThan(full - 4 * MB);
  expect(await peopleOf("staying")).toEqual(staying);
  await releaseLease(store, lease);
  expect(await giveBack()).toEqual([]);
});

test("where little is left, and no check is at work, all of it does", async () => {
  await deleteCheck(store, "staying");
  await fillCheck(store, "next", 20_000);
  await store.db.execute(sql`update checks set state = 'done'`);
  const full = tablesOf(dataDir);
  await deleteCheck(store, "next");
  expect(await giveBack()).toEqual(["people"]);
  expect(tablesOf(dataDir)).toBeLessThan(full - 5 * MB);
  expect(await peopleOf("next")).toMatchObject({ count: 0 });
});
