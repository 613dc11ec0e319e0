import type { Account } from "../../model.ts";
import { byShortId, local, shortIdOn } from "../common/accounts.ts";
import { empty, html, json, type Reply } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { peopleBlockedBy } from "../members/own-lists.ts";
import { letIn, waitingFor } from "../members/requests.ts";
import { fieldsOf, page } from "../oauth/authorize.ts";
import { askerOf, deskOf, tokenIn } from "../oauth/desk.ts";
import { falseMetadata } from "../oauth/documents.ts";
import { userJson } from "./user.ts";
import { CACHE, NO_RIGHT, NO_TOKEN, refuse } from "./users.ts";

/** Signing in by a session that the app has made up. Its OAuth says what is not true, and nobody uses it here. */
export const miauth: Routes = {
  "GET /.well-known/oauth-authorization-server": falseMetadata,
  "GET /miauth/:session": (scene, session = "") => show(scene, session),
  "POST /miauth/:session": (scene, session = "") => permit(scene, session),
  "POST /api/miauth/:session/check": (scene, session = "") => check(scene, session),
  "POST /api/i": (scene) => {
    const asker = askerOf(scene.world, scene.server, scene.asked);
    return asker ? json(userJson(scene.world, scene.server, asker), CACHE) : NO_TOKEN;
  },
  "POST /api/following/requests/list": requests,
  "POST /api/following/requests/accept": accept,
  "POST /api/blocking/list": blocked,
};

function show({ asked }: Scene, session: string): Reply {
  const hidden = [...asked.query].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  return page(
    "Authorize an app",
    `<form method="post" action="/miauth/${session}"><input name="user" aria-label="Name">${hidden.join("")}<button>Accept</button></form>`,
  );
}

function permit({ world, server, asked }: Scene, session: string): Reply {
  const { user = "", callback = "", permission = "" } = fieldsOf({ asked } as Scene);
  const account = local(server, user);
  if (!account || account.fate) return html("Incorrect", 403);
  deskOf(world).sessions.set(session, { server, account, scopes: permission.split(",") });
  const url = new URL(callback);
  url.searchParams.set("session", session);
  return { ...html("", 302), headers: { location: url.href } };
}

/** Answers once. */
function check({ world, server }: Scene, id: string): Reply {
  const desk = deskOf(world);
  const session = desk.sessions.get(id);
  if (session?.server !== server || !session.account || session.fetched) return json({ ok: false }, CACHE);
  session.fetched = true;
  const { account, scopes } = session;
  const token = { text: desk.next("token"), app: undefined, server, account, scopes, revoked: false };
  desk.tokens.set(token.text, token);
  return json({ ok: true, token: token.text, user: userJson(world, server, account) }, CACHE);
}

/** Whose token it is, where it has this right, or why nothing is answered. */
function ownerWith({ world, server, asked }: Scene, right: string): Account | Reply {
  const token = tokenIn(world, server, asked);
  if (!token || token === "unknown" || !token.account) return NO_TOKEN;
  return token.scopes.includes(right) ? token.account : NO_RIGHT;
}
const isRefused = (one: Account | Reply): one is Reply => "status" in one;

/** Rows that wait or are blocked, each with a key of its own by which pages go. */
function pageBy({ asked }: Scene, letter: string, people: readonly Account[], usual: number) {
  const { limit, untilId } = (asked.body ?? {}) as { readonly limit?: number; readonly untilId?: string };
  const before = untilId === undefined ? Number.POSITIVE_INFINITY : Number(untilId.slice(1));
  const rows = [...people].sort((one, other) => other.index - one.index).filter(({ index }) => index < before);
  return rows.slice(0, Math.min(limit ?? usual, 100)).map((who) => ({ who, id: `${letter}${who.index}` }));
}

function requests(scene: Scene): Reply {
  const { world, server } = scene;
  const owner = ownerWith(scene, "read:following");
  if (isRefused(owner)) return owner;
  return json(
    pageBy(scene, "r", waitingFor(world, owner), 10).map(({ id, who }) => ({
      ...{ id, follower: userJson(world, server, who), followee: { id: shortIdOn(server, owner) } },
    })),
    CACHE,
  );
}

const NO_REQUEST = refuse("NO_FOLLOW_REQUEST", "No follow request.", "bcde4f8b-0913-4614-8881-614e522fb041");
const NO_USER = refuse("NO_SUCH_USER", "No such user.", "66ce1645-d66c-46bb-8b79-96739af885bd");

/** Done, it answers with nothing. */
function accept(scene: Scene): Reply {
  const { world, server, asked } = scene;
  const owner = ownerWith(scene, "write:following");
  if (isRefused(owner)) return owner;
  const { userId } = (asked.body ?? {}) as { readonly userId?: string };
  const who = byShortId(world, server, userId ?? "");
  if (!who) return NO_USER;
  return letIn(world, owner, who) ? empty(204) : NO_REQUEST;
}

/** People alone; a server can be muted, and is not in it. */
function blocked(scene: Scene): Reply {
  const { world, server } = scene;
  const owner = ownerWith(scene, "read:blocks");
  if (isRefused(owner)) return owner;
  return json(
    pageBy(scene, "b", peopleBlockedBy(world, owner), 30).map(({ id, who }) => ({
      ...{ id, createdAt: "2026-01-01T00:00:00.000Z", blockeeId: shortIdOn(server, who) },
      blockee: userJson(world, server, who),
    })),
    CACHE,
  );
}
