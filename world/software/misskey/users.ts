import type { Account } from "../../model.ts";
import { byShortId, local, sees, shortIdOn } from "../common/accounts.ts";
import { accountOf } from "../common/actor.ts";
import { followersOf, olderThan, type Row } from "../common/lists.ts";
import { json, type Reply } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { shutsOut } from "../matching.ts";
import { askerOf } from "../oauth/desk.ts";
import { userJson } from "./user.ts";

export const CACHE = { "cache-control": "private, max-age=0, must-revalidate" };

export const users: Routes = { "POST /api/users/show": show, "POST /api/users/followers": followers };

type Body = {
  readonly username?: unknown;
  readonly host?: unknown;
  readonly userId?: unknown;
  readonly userIds?: unknown;
  readonly limit?: unknown;
  readonly untilId?: unknown;
};
const bodyOf = ({ asked }: Scene) => (asked.body ?? {}) as Body;

export const refuse = (code: string, message: string, id: string, status = 400): Reply =>
  json({ error: { message, code, id, kind: "client" } }, CACHE, status);

export const NO_TOKEN = refuse(
  "CREDENTIAL_REQUIRED",
  "Credential required.",
  "1384574d-a912-4b81-8601-c7b1c4085df1",
  401,
);
export const NO_RIGHT = refuse(
  "PERMISSION_DENIED",
  "Your app does not have the necessary permissions.",
  "1370e5b7",
  403,
);

const noSuchUser = (status: number) =>
  refuse("NO_SUCH_USER", "No such user.", "4362f8dc-731f-4ad8-a694-be5a88922a24", status);

/** No mere look: somebody unknown is fetched and kept, and somebody stale is refreshed. Every such call is noted. */
function show(scene: Scene): Reply {
  const { world, server } = scene;
  const { username, host, userId, userIds } = bodyOf(scene);
  if (Array.isArray(userIds)) return several(scene, userIds);
  if (typeof userId !== "string" && typeof host === "string") {
    world.sideEffects.push(`${server.host} looked up ${String(username)}@${host}`);
    meet(scene, String(username), host);
  }
  const account = inDatabase(scene) ?? named(scene);
  return account && !account.fate ? json(userJson(world, server, account), CACHE) : noSuchUser(404);
}

/** By the ids of its own database; nothing is fetched for it. Unknown ones and people who are gone are left out. */
function several({ world, server }: Scene, ids: readonly unknown[]): Reply {
  const found = ids.flatMap((id) => byShortId(world, server, String(id)) ?? []).filter(({ fate }) => !fate);
  return json(
    found.map((account) => userJson(world, server, account)),
    CACHE,
  );
}

function meet({ world, server }: Scene, username: string, host: string): void {
  const account = accountOf(world, `${username}@${host}`);
  if (account && !shutsOut(server, account.server)) meetAccount({ world, server }, account);
}

/** From now on it stands in the database. */
export function meetAccount({ world, server }: Pick<Scene, "world" | "server">, account: Account): void {
  if (account === world.old) server.ofOld.known = true;
  if (account === world.target) server.ofNew.known = true;
}

function named(scene: Scene): Account | undefined {
  const { world, server } = scene;
  const { username, host, userId } = bodyOf(scene);
  if (typeof userId === "string") return byShortId(world, server, userId);
  if (host === null || host === undefined) return local(server, String(username));
  const account = accountOf(world, `${String(username)}@${String(host)}`);
  return account && sees(world, server, account) ? account : undefined;
}

/** Own people who follow the named account, straight from the database: blocks do not hide them. */
function followers(scene: Scene): Reply {
  const body = bodyOf(scene);
  if (!("userId" in body) && !("host" in body)) return invalid();
  const account = inDatabase(scene);
  if (!account) return refuse("NO_SUCH_USER", "No such user.", "27fa5435-88ab-43de-9360-387de88727cd");
  const own = askerOf(scene.world, scene.server, scene.asked) === account;
  if (account.about?.hidesLists && !own)
    return refuse("FORBIDDEN", "Forbidden.", "3c6a84db-d619-26af-ca14-06232a21df8a");
  const limit = Math.min(Number(body.limit ?? 10), 100);
  const until = typeof body.untilId === "string" ? Number.parseInt(body.untilId.slice(1), 36) : undefined;
  const rows = olderThan(followersOf(scene.world, scene.server, account), until).slice(0, limit);
  return json(
    rows.map((row) => rowJson(scene, account, row)),
    CACHE,
  );
}

function inDatabase(scene: Scene): Account | undefined {
  const { world, server } = scene;
  const { username, host, userId } = bodyOf(scene);
  // Its own people stand there without a host: under its own name nobody is found.
  if (typeof userId !== "string" && host === server.web) return undefined;
  const account =
    typeof userId !== "string" && typeof host === "string"
      ? accountOf(world, `${String(username)}@${host}`)
      : named(scene);
  if (account === world.old) return server === account.server || server.ofOld.known ? account : undefined;
  if (account === world.target) return server === account.server || server.ofNew.known ? account : undefined;
  return account?.server === server ? account : undefined;
}

const rowJson = ({ world, server }: Scene, account: Account, { who, follow }: Row) => ({
  id: `f${follow.toString(36).padStart(9, "0")}`,
  createdAt: "2023-01-01T00:00:00.000Z",
  followeeId: shortIdOn(server, account),
  followerId: shortIdOn(server, who),
  follower: userJson(world, server, who),
});

const invalid = () =>
  json(
    {
      error: {
        message: "Invalid param.",
        code: "INVALID_PARAM",
        id: "3d81ceae-475f-4600-b2a8-2bc116157532",
        kind: "client",
        info: { param: "#/anyOf/0/required", reason: "must have required property 'userId'" },
      },
    },
    CACHE,
    400,
  );
