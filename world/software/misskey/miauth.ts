import { local, shortIdOn } from "../common/accounts.ts";
import { html, json, type Reply } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { waitingFor } from "../mastodon/private.ts";
import { fieldsOf, page } from "../oauth/authorize.ts";
import { askerOf, deskOf, tokenIn } from "../oauth/desk.ts";
import { falseMetadata } from "../oauth/documents.ts";
import { userJson } from "./user.ts";
import { CACHE, refuse } from "./users.ts";

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
};

const NO_TOKEN = refuse("CREDENTIAL_REQUIRED", "Credential required.", "1384574d-a912-4b81-8601-c7b1c4085df1", 401);
const NO_RIGHT = refuse("PERMISSION_DENIED", "Your app does not have the necessary permissions.", "1370e5b7", 403);

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

/** Follows that wait, each with a key of its own by which pages go. */
function requests(scene: Scene): Reply {
  const { world, server, asked } = scene;
  const token = tokenIn(world, server, asked);
  if (!token || token === "unknown" || !token.account) return NO_TOKEN;
  if (!token.scopes.includes("read:following")) return NO_RIGHT;
  const { limit, untilId } = (asked.body ?? {}) as { readonly limit?: number; readonly untilId?: string };
  const before = untilId === undefined ? Number.POSITIVE_INFINITY : Number(untilId.slice(1));
  const page = waitingFor(world, token.account)
    .filter(({ index }) => index < before)
    .slice(0, Math.min(limit ?? 10, 100));
  return json(
    page.map((who) => ({
      id: `r${who.index}`,
      follower: userJson(world, server, who),
      followee: { id: shortIdOn(server, token.account ?? who) },
    })),
    CACHE,
  );
}
