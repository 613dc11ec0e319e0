import type { Server } from "../../model.ts";

/** Whether a server runs this release of Mastodon or a later one: `isFrom(server, 4, 5)`. */
export function isFrom({ version }: Server, major: number, minor: number): boolean {
  const [ours = 0, ourMinor = 0] = version.split(".").map(Number);
  return ours > major || (ours === major && ourMinor >= minor);
}

/** Since 4.7 a deleted account is 404 everywhere in the client API; before, a look-up showed it as suspended. */
export const forgetsTheDeleted = (server: Server): boolean => isFrom(server, 4, 7);
