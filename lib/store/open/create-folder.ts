import { execFile } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { needRoom } from "./need-room.ts";

/** It finds the database as every program of this folder does. */
const PROGRAM = `
import { PGlite } from "@electric-sql/pglite";
await (await PGlite.create(process.argv[1])).close();`;

/** A folder that is not whole yet. */
const UNDONE = ".new-";

/**
 * To create a database takes memory that its process never gives back: a process of its own ends with it. It may outlive
 * ours, whose lock is freed when it is killed: so it writes beside the place, and a folder in the place is whole.
 */
export async function createFolder(folder: string): Promise<void> {
  dropUndone(folder);
  if (existsSync(join(folder, "PG_VERSION"))) return;
  const made = `${folder}${UNDONE}${process.pid}`;
  try {
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", PROGRAM, made]);
  } catch (error) {
    // The engine aborts on a full disk without saying so: looked for before its files go.
    const why = await needRoom(dirname(folder)).then(
      () => lastWord(error),
      (full: unknown) => full,
    );
    dropUndone(folder);
    throw why;
  }
  renameSync(made, folder);
}

/** Who comes here holds the lock: whatever still writes into such a folder does it for nobody, and fails without it. */
function dropUndone(folder: string): void {
  const [place, name] = [dirname(folder), `${basename(folder)}${UNDONE}`];
  for (const file of readdirSync(place).filter((one) => one.startsWith(name)))
    rmSync(join(place, file), { recursive: true, force: true, maxRetries: 5 });
}

/** What the process said, with the system's code where it named one, instead of the program that it ran. */
function lastWord(error: unknown): unknown {
  if (!(error instanceof Error) || !("stderr" in error)) return error;
  const said = String(error.stderr);
  const line = said.split("\n").findLast((one) => /^\w*Error: /.test(one)) ?? "its process was ended";
  const code = /\bcode: '(E[A-Z]+)'/.exec(said)?.[1];
  return Object.assign(new Error(`The database could not be created: ${line}`), code === undefined ? {} : { code });
}
