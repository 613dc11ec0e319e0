import { statfs } from "node:fs/promises";
import { sql } from "drizzle-orm";
import type { Database } from "./database.ts";

/** One more file of the database's log. */
const LEAST_BYTES = 16 * 1024 * 1024;

/**
 * Fails as a full disk does where hardly any room is left. A small row can still be written then, into room that its
 * table has already: by itself that does not show that there is room again.
 */
export async function needRoom(folder: string, least = LEAST_BYTES): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < least) throw Object.assign(new Error("No space left on device"), { code: "ENOSPC" });
}

const ROW_BYTES = 1_000;
/** Nobody said that this user may make tables that go with their transaction. */
const NOT_ALLOWED = "42501";

/** The same of a database whose disk nobody here sees: it takes as much, and gives it back. */
export async function takeRoom(db: Database, bytes = LEAST_BYTES): Promise<void> {
  const rows = Math.ceil(bytes / ROW_BYTES);
  const taking = db.transaction(async (tx) => {
    await tx.execute(sql`create temporary table room (filling text) on commit drop`);
    await tx.execute(sql`insert into room select repeat('x', ${ROW_BYTES}::int) from generate_series(1, ${rows}::int)`);
  });
  await taking.catch((error: unknown) => {
    if (codeOf(error) !== NOT_ALLOWED) throw error;
  });
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error ? ("code" in error ? error.code : codeOf(error.cause)) : undefined;
