import { join } from "node:path";
import { freePort } from "#testing/free-port.ts";
import { type SmallDisk, smallDisk } from "#testing/small-disk.ts";
import { startPostgres, type TestPostgres } from "#testing/store/postgres.ts";
import { setDatabaseBack } from "#testing/store/set-back.ts";
import { freshDatabase } from "#testing/store/template.ts";
import type { WayIn } from "#world/way-in.ts";
import { type Kept, keepProcess } from "./keep-process.ts";

export type On = "embedded" | "postgres";
export const STORES: readonly On[] = ["embedded", "postgres"];
/** A copy as an operator runs it: whatever ends by itself is started again. */
export type Copy = {
  readonly url: string;
  /** Who serves pages, and who runs checks: one and the same on the embedded database. */
  readonly web: Kept;
  readonly workers: readonly Kept[];
  /** Absent where it lives inside the process. */
  readonly database?: Pick<TestPostgres, "crash" | "start" | "startIfEnded"> & { setBack(ms: number): Promise<void> };
  /** Absent where nobody may mount one. */
  readonly disk?: SmallDisk;
  /** All its processes, not its database: that one's machine has a clock of its own. */
  setClock(ahead: number): void;
  /** Ends of processes that nobody had asked for. */
  ownEnds(): number;
  close(): Promise<void>;
};

/** Room for the empty database and some checks; the embedded one is the smaller. */
const DISK_MB = { embedded: 200, postgres: 400 };

/** On a small disk of its own where it is to be filled. Nothing where this machine has no PostgreSQL. */
export async function openCopy(on: On, way: Pick<WayIn, "folder" | "env">, toFill = false): Promise<Copy | undefined> {
  const disk = toFill ? smallDisk(DISK_MB[on]) : undefined;
  const folder = disk?.folder ?? way.folder;
  const postgres = on === "postgres" ? await startPostgres(disk?.folder) : undefined;
  if (postgres === null) {
    disk?.remove();
    return undefined;
  }
  const dataDir = join(folder, "data");
  if (!postgres) await freshDatabase(dataDir);
  const port = await freePort();
  const env = { ...way.env, PORT: `${port}`, DATA_DIR: dataDir, LIMITS: "off", LOG_LEVEL: "error" };
  const atWork = { ...env, ...(postgres ? { DATABASE_URL: postgres.url } : {}) };
  const web = await keepProcess({ ...atWork, WORKER: postgres ? "off" : "inline" });
  const workers = postgres ? await Promise.all([1, 2].map(() => keepProcess({ ...atWork, WORKER: "only" }))) : [];
  const all = [web, ...workers];
  return {
    url: `http://localhost:${port}`,
    web,
    workers,
    ...(postgres ? { database: { ...postgres, setBack: (ms) => setDatabaseBack(postgres.url, ms) } } : {}),
    ...(disk ? { disk } : {}),
    setClock(ahead) {
      for (const one of all) one.setClock(ahead);
    },
    ownEnds: () => all.reduce((sum, { ownEnds }) => sum + ownEnds(), 0),
    async close() {
      await Promise.all(all.map((one) => one.end()));
      await postgres?.stop();
      disk?.remove();
    },
  };
}
