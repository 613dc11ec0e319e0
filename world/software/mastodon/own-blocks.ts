import type { Account } from "../../model.ts";
import { json, type Reply } from "../common/reply.ts";
import type { Scene } from "../common/routes.ts";
import { peopleBlockedBy, serversBlockedBy } from "../members/own-lists.ts";
import { accountJson } from "./account.ts";

const PRIVATE = { "cache-control": "private, no-store", vary: "Authorization, Origin" };
const DAY_MS = 86_400_000;
/** Names alone. */
export const ownDomainBlocks = (_: Scene, asker: Account): Reply => json(serversBlockedBy(asker), PRIVATE);

export const ownBlocks = ({ world, server }: Scene, asker: Account): Reply =>
  json(
    peopleBlockedBy(world, asker).map((account) => accountJson(world, server, account)),
    PRIVATE,
  );

/** Of one kind, where that is asked for. */
export function notifications({ world, asked }: Scene, { about }: Account): Reply {
  const wanted = asked.query.getAll("types[]");
  if (wanted.length > 0 && !wanted.includes("severed_relationships")) return json([], PRIVATE);
  const now = world.clock.now();
  const told = (about?.cuts ?? []).map(({ type, of, followers, daysAgo }, at) => {
    const created_at = new Date(now - daysAgo * DAY_MS).toISOString();
    const counts = { followers_count: followers, following_count: 0, purged: false };
    return {
      ...{ id: String(900 + at), type: "severed_relationships", created_at },
      event: { id: String(at + 1), type, target_name: of, ...counts, created_at },
    };
  });
  return json(told, PRIVATE);
}
