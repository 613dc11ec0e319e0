import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFolder } from "./create-folder.ts";

let dataDir = "";
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "hw-create-"));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it("takes nothing for a database that a process which was killed has left half made", async () => {
  const left = join(dataDir, "db.new-1");
  mkdirSync(left);
  writeFileSync(join(left, "PG_VERSION"), "17\n");
  await createFolder(join(dataDir, "db"));
  expect(readdirSync(dataDir)).toEqual(["db"]);
  expect(existsSync(join(dataDir, "db", "global", "pg_control"))).toBe(true);
  // What is whole is not made again, and what came beside it goes.
  mkdirSync(left);
  await createFolder(join(dataDir, "db"));
  expect(readdirSync(dataDir)).toEqual(["db"]);
});

it("says in one line why it could not be created, with the code of the system", async () => {
  const place = join(dataDir, "other");
  mkdirSync(place);
  const failed = await createFolder(join(place, "d".repeat(250))).catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: "ENAMETOOLONG", message: expect.stringMatching(/^The database could not be/) });
  expect(String(failed)).not.toMatch(/import|--eval/);
});
