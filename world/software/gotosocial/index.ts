import type { Account } from "../../model.ts";
import { local } from "../common/accounts.ts";
import { actor } from "../common/actor.ts";
import { BARE, dressed } from "../common/dress.ts";
import { hostMeta } from "../common/host-meta.ts";
import { followersOf, olderThan } from "../common/lists.ts";
import { nodeinfo } from "../common/nodeinfo.ts";
import { activity, error, html, json, type Reply } from "../common/reply.ts";
import { robots } from "../common/robots.ts";
import { type Answerer, type Router, router, type Scene } from "../common/routes.ts";
import { uriOf } from "../common/uris.ts";
import { webfinger } from "../common/webfinger.ts";
import { blocksOf, peersOf, v1, v2 } from "./instance.ts";

const PAGE = 40;
const UNCACHED = { "cache-control": "no-store", "content-type": "application/json" };
const NO_TOKEN = json({ error: "Unauthorized: token not supplied" }, UNCACHED, 401);
const NO_LIST = json(
  { error: "Unauthorized: domain blocks endpoint requires an authenticated account/user" },
  UNCACHED,
  401,
);
const NO_PEERS = json(
  { error: "Unauthorized: peers open query requires an authenticated account/user" },
  UNCACHED,
  401,
);

const routes = router(
  {
    "GET /.well-known/webfinger": webfinger(),
    "GET /.well-known/host-meta": hostMeta,
    "GET /robots.txt": robots,
    "GET /": ({ server }) => html(server.host),
    "GET /@:user": page,
    "GET /users/:user": signedOnly(({ world }, account) => activity(actor(world, account))),
    "GET /users/:user/followers": signedOnly(collection),
    "GET /api/v1/instance": ({ server }) => json(v1(server), UNCACHED),
    "GET /api/v2/instance": ({ server }) => json(v2(server), UNCACHED),
    "GET /api/v1/instance/domain_blocks": ({ server }) =>
      server.settings.list === "public" ? json(blocksOf(server), UNCACHED) : NO_LIST,
    "GET /api/v1/instance/peers": (scene) =>
      scene.server.settings.list === "public" ? json(peersOf(scene), UNCACHED) : NO_PEERS,
  },
  nodeinfo({
    name: "gotosocial",
    paths: { "2.0": "/nodeinfo/2.0", "2.1": "/nodeinfo/2.1" },
    homepage: "https://docs.gotosocial.example",
    profiled: "",
  }),
);

/** Shows a stranger without a signature or a token next to nothing, and says so. */
export const gotosocial: Router = dressed(BARE, (scene) => routes(scene) ?? missing(scene));

function missing({ asked }: Scene): Reply {
  if (asked.path.startsWith("/api/v1/accounts/")) return NO_TOKEN;
  return asked.path.startsWith("/api/") ? error(404, "Not Found") : html("404 page not found", 404);
}

type Answer = (scene: Scene, account: Account) => Reply;
function signedOnly(answer: Answer): Answerer {
  return (scene, user = "") => {
    if (!scene.asked.signed)
      return error(401, "Unauthorized: http request wasn't signed or http signature was invalid: (verifier)");
    const account = local(scene.server, user);
    if (!account) return error(404, "Not Found");
    return account.fate ? error(410, "Gone: account is gone") : answer(scene, account);
  };
}

/** The page for people is open, and tells them where somebody has gone. */
function page({ world, server }: Scene, user = ""): Reply {
  const account = local(server, user);
  if (!account || account.fate) return html("404 page not found", 404);
  const moved = account === world.old && world.pointsToNew;
  return html(moved ? "This account has permanently moved to another one" : `@${user}@${server.host}`);
}

/** Says there is a next page on every page, the last one too. */
function collection({ world, server, asked }: Scene, account: Account): Reply {
  const id = `${uriOf(account)}/followers`;
  if (account.about?.hidesLists) return activity({ id, type: "OrderedCollection" });
  const rows = followersOf(world, server, account);
  const root = { id, type: "OrderedCollection", totalItems: rows.length, first: `${id}?limit=${PAGE}` };
  if (!asked.query.has("limit")) return activity(root);
  const maxId = asked.query.get("max_id");
  const some = olderThan(rows, maxId === null ? undefined : Number(maxId)).slice(0, PAGE);
  return activity({
    id: `${id}?limit=${PAGE}${maxId === null ? "" : `&max_id=${maxId}`}`,
    type: "OrderedCollectionPage",
    partOf: id,
    totalItems: rows.length,
    orderedItems: some.map(({ who }) => uriOf(who)),
    ...(some.length > 0 ? { next: `${id}?limit=${PAGE}&max_id=${some.at(-1)?.follow}` } : {}),
  });
}
