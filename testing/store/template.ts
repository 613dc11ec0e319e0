import { createHash } from "node:crypto";
import { constants, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrationsFolder } from "#lib/store/open/migrations-folder.ts";
import { openStore } from "#lib/store/open/open-store.ts";
import { openQueue } from "#lib/store/queue/queue.ts";

/** What a new embedded database is made of. Another version of one of these makes another template. */
const PACKAGES = ["@electric-sql/pglite", "drizzle-orm", "pg-boss"];
const CACHE = ".cache/embedded";

/**
 * Puts an empty, migrated database into a data folder. To create one takes five seconds of processor time, to open a
 * copy takes one. The tests in `lib/store/check/crash.test.ts` and the demo's create theirs as a first start does.
 */
export async function freshDatabase(dataDir: string): Promise<void> {
  await ensureTemplate();
  mkdirSync(dataDir, { recursive: true });
  cpSync(join(template(), "db"), join(dataDir, "db"), { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** A folder of its own in the system's temporary folder, with such a database. */
export async function freshFolder(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "hw-embedded-"));
  await freshDatabase(dataDir);
  return dataDir;
}

/** Several test files start at once: one of them makes the template, the others wait for it. */
export async function ensureTemplate(): Promise<void> {
  if (existsSync(template())) return;
  mkdirSync(CACHE, { recursive: true });
  const lock = new DatabaseSync(join(CACHE, "lock.sqlite"));
  lock.exec("PRAGMA busy_timeout = 600000; BEGIN EXCLUSIVE");
  try {
    if (!existsSync(template())) await make();
  } finally {
    lock.close();
  }
}

async function make(): Promise<void> {
  const dataDir = mkdtempSync(join(CACHE, "making-"));
  const store = await openStore({ kind: "embedded", dataDir });
  const onError = (error: unknown): never => {
    throw error;
  };
  await (await openQueue(store, { now: () => new Date(), onError })).stop({ timeout: 1_000 });
  await store.close();
  renameSync(dataDir, template());
}

let place: string | undefined;
function template(): string {
  place ??= join(CACHE, fingerprint());
  return place;
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const folder = migrationsFolder();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".sql")))
    hash.update(name).update(readFileSync(join(folder, name)));
  for (const name of PACKAGES) hash.update(versionOf(name));
  return hash.digest("hex").slice(0, 16);
}

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8")) as { version: string }).version;
