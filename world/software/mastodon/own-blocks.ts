import type { Account } from "../../model.ts";
import { homeOfHandle } from "../common/accounts.ts";
import { json, type Reply } from "../common/reply.ts";
import type { Scene } from "../common/routes.ts";
import { accountJson } from "./account.ts";

const PRIVATE = { "cache-control": "private, no-store", vary: "Authorization, Origin" };
const DAY_MS = 86_400_000;
const isHandle = (name: string): boolean => name.includes("@");

/** Names alone. */
export const ownDomainBlocks = (_: Scene, { about }: Account): Reply =>
  json(
    (about?.blocks ?? []).filter((name) => !isHandle(name)),
    PRIVATE,
  );

export const ownBlocks = ({ world, server }: Scene, { about }: Account): Reply =>
  json(
    (about?.blocks ?? []).filter(isHandle).flatMap((name) => {
      const account = homeOfHandle(world, name);
      return account ? [accountJson(world, server, account)] : [];
    }),
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
