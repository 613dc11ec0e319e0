import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { fromPglite } from "pg-boss";
import { freeAllLeases } from "../check/lease.ts";
import * as schema from "../tables/schema.ts";
import { createFolder } from "./create-folder.ts";
import type { Database } from "./database.ts";
import { lockFolder } from "./folder-lock.ts";
import { migrationsFolder } from "./migrations-folder.ts";
import { needRoom } from "./need-room.ts";
import { PLANNER } from "./planner.ts";
import { writeAlive } from "./settings.ts";
import { CHANGED, type Store } from "./store.ts";
import { listenTo, watchTrouble } from "./trouble.ts";
import { takeTurns } from "./turns.ts";

/** Of the usual 128 MB a copy of ours has no use: the system keeps its files in memory as well. */
const SMALL = ["shared_buffers = 16MB"];

/** PostgreSQL inside this process, in a folder or in memory. Survives kill -9; a power cut may take the last seconds. */
export async function openEmbedded(dataDir: string | null): Promise<Store> {
  const unlock = dataDir === null ? () => {} : lockFolder(dataDir);
  try {
    const folder = dataDir === null ? undefined : join(dataDir, "db");
    if (folder) await createFolder(folder);
    const pglite = await PGlite.create(folder ?? "memory://", { postgresqlconf: SMALL });
    await pglite.exec(PLANNER.map((way) => `set ${way} = off`).join(";"));
    takeTurns(pglite);
    const db = drizzle(pglite, { schema });
    await migrate(db, { migrationsFolder: migrationsFolder() });
    const shared = db as unknown as Database;
    await freeAllLeases(shared);
    // A look would wait behind every longer statement, and nobody but us can take this database away.
    const canWrite = async () => {
      await writeAlive(shared);
      if (dataDir !== null) await needRoom(dataDir);
    };
    const trouble = watchTrouble({ canWrite });
    listenTo(pglite, ["query", "exec", "transaction"], trouble.heard);
    return {
      kind: dataDir === null ? "memory" : "embedded",
      db: shared,
      alone: true,
      forJobs: { db: fromPglite(pglite), backend: "pglite" },
      listen: (heard) => pglite.listen(CHANGED, heard),
      trouble,
      close: closer(pglite, unlock),
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Several ends of the process may come at once: all of them wait for the same closing. */
function closer(pglite: PGlite, unlock: () => void): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= pglite.close().finally(unlock);
    return closing;
  };
}
