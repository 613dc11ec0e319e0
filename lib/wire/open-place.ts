import { join } from "node:path";
import { ConfigError } from "#lib/config.ts";
import { FolderInUse } from "#lib/store/open/folder-lock.ts";
import { openStore } from "#lib/store/open/open-store.ts";
import { plainError } from "#lib/store/open/plain-error.ts";
import type { Store, StorePlace } from "#lib/store/open/store.ts";

/** What the system says of a place that cannot be opened names no setting; the person who starts the app has to mend one. */
export async function openPlace(place: StorePlace): Promise<Store> {
  try {
    return await openStore(place);
  } catch (error) {
    const words = error instanceof FolderInUse ? undefined : wordsFor(place, error);
    throw words ? new ConfigError(words, { cause: error }) : error;
  }
}

function wordsFor(place: StorePlace, error: unknown): string | undefined {
  if (place.kind === "postgres") return `DATABASE_URL leads to no database: ${plainError(firstOf(error)).message}.`;
  if (place.kind !== "embedded") return undefined;
  const code = codeOf(error);
  if (code) return `DATA_DIR must be a folder that can be written to: ${place.dataDir} is none (${code}).`;
  const damaged = error instanceof Error && error.message.startsWith("PGlite");
  return damaged ? `DATA_DIR holds a database that cannot be opened: ${join(place.dataDir, "db")}.` : undefined;
}

/** A name with several addresses fails once for each. */
const firstOf = (error: unknown): unknown => (error instanceof AggregateError ? error.errors[0] : error);

/** Of a file or folder; mistakes of ours and of the database have other codes or none. */
function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^E[A-Z]+$/.test(code)) return code;
  return code === "ERR_SQLITE_ERROR" ? "not writable" : undefined;
}
