import type { FollowedServers } from "#lib/contract/report.ts";
import type { App } from "#lib/wire.ts";

/** Whom the mover follows, by server; fails where the check does not open. */
export async function readFollowedServers({ checks }: App, id: string, key: string): Promise<FollowedServers> {
  const found = await checks.following(id, key);
  if (found === null || found === "needs-proof") throw new Error("Whom the mover follows is not shown.");
  return found;
}
