import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** It finds the database as every program of this folder does. */
const PROGRAM = `
import { PGlite } from "@electric-sql/pglite";
await (await PGlite.create(process.argv[1])).close();`;

/** To create a database takes memory that its process never gives back: a process of its own ends with it. */
export async function createFolder(folder: string): Promise<void> {
  if (existsSync(join(folder, "PG_VERSION"))) return;
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", PROGRAM, folder]);
}
