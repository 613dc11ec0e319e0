import { statfs } from "node:fs/promises";

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
