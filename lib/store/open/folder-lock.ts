import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** One sentence for the person who started the second process. */
export class FolderInUse extends Error {
  override name = "FolderInUse";
}

/**
 * Two embedded databases on one folder lose acknowledged rows without a word, and nothing in them prevents it.
 * An open SQLite transaction is a lock that the operating system frees even after kill -9.
 */
export function lockFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const lock = new DatabaseSync(join(dataDir, "lock.sqlite"), { timeout: 0 });
  const holder = join(dataDir, "lock.pid");
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw isBusy(error) ? new FolderInUse(refusal(dataDir, pidIn(holder)), { cause: error }) : error;
  }
  writeFileSync(holder, `${process.pid}\n`);
  return () => lock.close();
}

const SQLITE_BUSY = 5;
const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;

const refusal = (dataDir: string, pid: string): string =>
  `Process ${pid} already uses the data directory ${dataDir}: stop it first, or set DATA_DIR to another one.`;

/** A separate file, because a locked SQLite file cannot be read. */
function pidIn(file: string): string {
  try {
    return readFileSync(file, "utf8").trim() || "(unknown)";
  } catch {
    return "(unknown)";
  }
}
