import type { Account, WorldState } from "../../model.ts";
import { byShortId, local } from "../common/accounts.ts";
import { actor, CONTEXT } from "../common/actor.ts";
import { hostMeta } from "../common/host-meta.ts";
import { followersOf, olderThan } from "../common/lists.ts";
import { nodeinfo } from "../common/nodeinfo.ts";
import { activity, empty, error, html, json, type Reply } from "../common/reply.ts";
import { robots } from "../common/robots.ts";
import { type Answerer, type Router, router, type Scene } from "../common/routes.ts";
import { uriOf } from "../common/uris.ts";
import { OF_PEOPLE_ALONE, subscribe, webfinger } from "../common/webfinger.ts";
import { ON_MISSKEY } from "../follow/habits.ts";
import { followPages } from "../follow/pages.ts";
import { federation } from "./federation.ts";
import { forItsPeople } from "./members.ts";
import { about, meta } from "./meta.ts";
import { miauth } from "./miauth.ts";
import { CACHE, refuse, users } from "./users.ts";

const PAGE = 10;

function family(name: "misskey" | "sharkey" | "cherrypick", masks = false): Router {
  const routes = router(
    {
      "GET /.well-known/webfinger": webfinger(subscribe("/authorize-follow?acct="), OF_PEOPLE_ALONE),
      "GET /.well-known/host-meta": hostMeta,
      "GET /robots.txt": robots,
      "GET /": ({ server }) => html(server.host),
      "GET /users/:id": shown((scene, account) => packed(scene, actorOf(scene.world, account))),
      "GET /users/:id/followers": shown(collection),
      "GET /@:user": ({ server, world }, user = "") => {
        const account = local(server, user);
        return account ? activity(actorOf(world, account)) : empty(404);
      },
      "POST /api/meta": ({ server }) => json(meta(server), CACHE),
    },
    nodeinfo({
      name,
      paths: { "2.1": "/nodeinfo/2.1", "2.0": "/nodeinfo/2.0" },
      homepage: "https://misskey-hub.example",
      profiled: "; charset=utf-8",
      metadata: about,
    }),
    users,
    miauth,
    forItsPeople,
    followPages(ON_MISSKEY),
    federation(masks),
  );
  return (scene) => routes(scene) ?? missing(scene);
}

export const misskey = family("misskey");
export const sharkey = family("sharkey", true);
export const cherrypick = family("cherrypick");

const actorOf = (world: WorldState, account: Account) => ({
  ...actor(world, account),
  sharedInbox: `https://${account.server.web}/inbox`,
  isCat: false,
  _misskey_summary: account.about?.note ?? null,
});

const LINKED = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"; charset=utf-8';

/** In the longer of the two types as soon as the question allows for it. */
function packed({ asked }: Scene, value: Readonly<Record<string, unknown>>): Reply {
  const linked = String(asked.headers.accept ?? "").includes("ld+json");
  return activity(value, {
    "cache-control": "public, max-age=180",
    vary: "Accept",
    ...(linked ? { "content-type": LINKED } : {}),
  });
}

type Answer = (scene: Scene, account: Account) => Reply;
function shown(answer: Answer): Answerer {
  return (scene, id = "") => {
    const account = byShortId(scene.world, scene.server, id);
    if (account?.server !== scene.server) return empty(404);
    if (account.fate === "deleted" || account.fate === "suspended") return empty(410);
    if (scene.server.settings.secure && !scene.asked.signed) return error(401, "Request not signed");
    return answer(scene, account);
  };
}

/** Pages are told apart by the last follow seen, and `page=true` opens the first. */
function collection(scene: Scene, account: Account): Reply {
  const { world, server, asked } = scene;
  const id = `${uriOf(account)}/followers`;
  if (account.about?.hidesLists) return empty(403);
  const rows = followersOf(world, server, account);
  if (!asked.query.has("page"))
    return packed(scene, {
      "@context": CONTEXT,
      id,
      type: "OrderedCollection",
      totalItems: rows.length,
      first: `${id}?page=true`,
    });
  const cursor = asked.query.get("cursor");
  const page = olderThan(rows, cursor ? Number(cursor) : undefined);
  const last = page[PAGE - 1];
  return packed(scene, {
    "@context": CONTEXT,
    id: `${id}?page=true${cursor ? `&cursor=${cursor}` : ""}`,
    partOf: id,
    type: "OrderedCollectionPage",
    totalItems: rows.length,
    orderedItems: page.slice(0, PAGE).map(({ who }) => uriOf(who)),
    ...(last && page.length > PAGE ? { next: `${id}?page=true&cursor=${last.follow}` } : {}),
  });
}

const missing = ({ asked }: Scene): Reply =>
  asked.path.startsWith("/api/")
    ? refuse("UNKNOWN_API_ENDPOINT", "Unknown API endpoint.", "2ca3b769-540a-4f08-9dd5-b5a825b6d0f1", 404)
    : html("Not found", 404);
