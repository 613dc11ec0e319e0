import { isDown } from "../../faults/names.ts";
import type { Account } from "../../model.ts";
import { byId, homeOfHandle, knows } from "../common/accounts.ts";
import { followersOf, olderThan } from "../common/lists.ts";
import { json, type Reply } from "../common/reply.ts";
import type { Answerer, Routes, Scene } from "../common/routes.ts";
import { siteOf } from "../common/uris.ts";
import { accountJson } from "../mastodon/account.ts";
import { relationships } from "../mastodon/private.ts";
import { shutsOut } from "../matching.ts";
import { peopleBlockedBy } from "../members/own-lists.ts";
import { linkedPage } from "../members/pages.ts";
import { letIn, waitingFor } from "../members/requests.ts";
import { askerOf } from "../oauth/desk.ts";

const MOST = 80;
const UNCACHED = { "cache-control": "no-store", "content-type": "application/json" };
const NO_TOKEN = json({ error: "Unauthorized: token not supplied" }, UNCACHED, 401);

/** What it tells its own people: about others they learn by its client API alone. */
export const forMembers: Routes = {
  "GET /api/v1/accounts/verify_credentials": member(({ world, server }, asker) =>
    json(accountJson(world, server, asker), UNCACHED),
  ),
  "GET /api/v1/accounts/search": member(search),
  "GET /api/v1/accounts/relationships": member((scene, asker) => relationships(scene, asker)),
  "GET /api/v1/accounts/:id/followers": followers,
  "GET /api/v1/accounts/:id/following": (scene, id = "") => following(scene, id),
  "GET /api/v1/follow_requests": member((scene, asker) => pageOf(scene, rowsOf(scene, asker))),
  "POST /api/v1/follow_requests/:id/authorize": accept,
  "GET /api/v1/blocks": member((scene, asker) => {
    const { page, headers } = linkedPage(scene, peopleBlockedBy(scene.world, asker), { most: MOST });
    const body = page.map((who) => accountJson(scene.world, scene.server, who));
    return json(body, { ...UNCACHED, ...headers });
  }),
};

type Row = { readonly who: Account; readonly follow: number };

function member(answer: (scene: Scene, asker: Account) => Reply): Answerer {
  return (scene) => {
    const asker = askerOf(scene.world, scene.server, scene.asked);
    return asker ? answer(scene, asker) : NO_TOKEN;
  };
}

/**
 * processing/search/get.go: nobody of a server that is shut out, and nobody where the account could not be had; both with an
 * empty list. Accounts of servers as a whole are left out.
 */
function search({ world, server, asked }: Scene): Reply {
  const query = (asked.query.get("q") ?? "").replace(/^@/, "");
  const account = homeOfHandle(world, query);
  const home = account?.server;
  const resolves = asked.query.get("resolve") === "true";
  if (!account || !home || account.fate) return json([], UNCACHED);
  const isGiven = !isDown(home.fault) && !shutsOut(home, server);
  const isHad = knows(world, server, account) || (resolves && isGiven);
  const isShown = home === server || (!shutsOut(server, home) && isHad);
  return json(isShown ? [accountJson(world, server, account)] : [], UNCACHED);
}

const rowsOf = ({ world }: Scene, asker: Account): readonly Row[] =>
  waitingFor(world, asker).map((who) => ({ who, follow: who.index + 1 }));

function followers(scene: Scene, id = ""): Reply {
  const { world, server, asked } = scene;
  const asker = askerOf(world, server, asked);
  if (!asker) return NO_TOKEN;
  const account = byId(world, server, id);
  if (!account) return NOT_FOUND;
  const hidden = account.about?.hidesLists && account !== asker;
  return pageOf(scene, hidden ? [] : followersOf(world, server, account));
}

const NOT_FOUND = json({ error: "Not Found: target not found" }, UNCACHED, 404);

/** Whom the mover follows, on the old account alone. */
function following(scene: Scene, id: string): Reply {
  const { world, server, asked } = scene;
  const asker = askerOf(world, server, asked);
  if (!asker) return NO_TOKEN;
  const account = byId(world, server, id);
  if (!account) return NOT_FOUND;
  const shown = account.about?.hidesLists && account !== asker ? [] : (account.about?.follows ?? []);
  const { page, headers } = linkedPage(
    scene,
    shown.flatMap((handle) => homeOfHandle(world, handle) ?? []),
    { most: MOST },
  );
  return json(
    page.map((who) => accountJson(world, server, who)),
    { ...UNCACHED, ...headers },
  );
}

function accept({ world, server, asked }: Scene, id = ""): Reply {
  const asker = askerOf(world, server, asked);
  if (!asker) return NO_TOKEN;
  if (!letIn(world, asker, byId(world, server, id))) return NOT_FOUND;
  return json({ id, following: false, followed_by: true, requested: false, requested_by: false }, UNCACHED);
}

function pageOf({ world, server, asked }: Scene, rows: readonly Row[]): Reply {
  const maxId = asked.query.get("max_id");
  const limit = Math.min(Number(asked.query.get("limit")) || 40, MOST);
  const page = olderThan(rows, maxId === null ? undefined : Number(maxId)).slice(0, limit);
  const site = `${siteOf(server)}${asked.path}?limit=${limit}`;
  const link = `<${site}&max_id=${page.at(-1)?.follow}>; rel="next", <${site}&min_id=${page[0]?.follow}>; rel="prev"`;
  const body = page.map(({ who }) => accountJson(world, server, who));
  return json(body, page.length > 0 ? { ...UNCACHED, link } : UNCACHED);
}
