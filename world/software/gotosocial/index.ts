import type { Account, WorldState } from "../../model.ts";
import { local } from "../common/accounts.ts";
import { actor } from "../common/actor.ts";
import { BARE, dressed } from "../common/dress.ts";
import { hostMeta } from "../common/host-meta.ts";
import { followersOf, olderThan } from "../common/lists.ts";
import { nodeinfo } from "../common/nodeinfo.ts";
import { activity, error, html, json, type Reply } from "../common/reply.ts";
import { robots } from "../common/robots.ts";
import { type Answerer, type Router, router, type Scene } from "../common/routes.ts";
import { pageOf, uriOf } from "../common/uris.ts";
import { USUAL, webfinger } from "../common/webfinger.ts";
import { askerOf } from "../oauth/desk.ts";
import { oauth } from "../oauth/index.ts";
import { refusedToken } from "../oauth/rights.ts";
import { allowsOf, blocksOf, peersOf, v1, v2 } from "./instance.ts";
import { forMembers } from "./members.ts";

const PAGE = 40;
const UNSTORED = { "cache-control": "no-store" };
const UNCACHED = { ...UNSTORED, "content-type": "application/json" };
const NO_TOKEN = json({ error: "Unauthorized: token not supplied" }, UNCACHED, 401);
const NO_LIST = json(
  { error: "Unauthorized: domain blocks endpoint requires an authenticated account/user" },
  UNCACHED,
  401,
);
const NO_ALLOWS = json(
  { error: "Unauthorized: domain allows endpoint requires an authenticated account/user" },
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
    "GET /.well-known/webfinger": webfinger(undefined, { ...USUAL, isGone: () => false }),
    "GET /.well-known/host-meta": hostMeta,
    "GET /robots.txt": robots,
    "GET /": ({ server }) => html(server.host),
    "GET /@:user": page,
    "GET /users/:user": signedOnly(({ world }, account) => activity(actorOf(world, account), UNSTORED)),
    "GET /users/:user/followers": signedOnly(collection),
    "GET /api/v1/instance": ({ server }) => json(v1(server), UNCACHED),
    "GET /api/v2/instance": ({ server }) => json(v2(server), UNCACHED),
    "GET /api/v1/instance/domain_blocks": (scene) =>
      isOpenTo(scene, scene.server.settings.list) ? json(blocksOf(scene.server), UNCACHED) : NO_LIST,
    "GET /api/v1/instance/domain_allows": (scene) =>
      isOpenTo(scene, scene.server.settings.allowList) ? json(allowsOf(scene.server), UNCACHED) : NO_ALLOWS,
    "GET /api/v1/instance/peers": (scene) =>
      scene.server.settings.list === "public" ? json(peersOf(scene), UNCACHED) : NO_PEERS,
  },
  oauth,
  forMembers,
  nodeinfo({
    name: "gotosocial",
    paths: { "2.0": "/nodeinfo/2.0", "2.1": "/nodeinfo/2.1" },
    homepage: "https://docs.gotosocial.example",
    profiled: "",
  }),
);

/** Its own people read both lists, whatever strangers may. */
const isOpenTo = ({ world, server, asked }: Scene, list: string): boolean =>
  list === "public" || askerOf(world, server, asked) !== undefined;

/** Shows a stranger without a signature or a token next to nothing, and says so. */
export const gotosocial: Router = dressed(BARE, (scene) => refusedToken(scene) ?? routes(scene) ?? missing(scene));

function missing({ asked }: Scene): Reply {
  if (asked.path.startsWith("/api/v1/accounts/")) return NO_TOKEN;
  return asked.path.startsWith("/api/") ? error(404, "Not Found") : html("404 page not found", 404);
}

type Answer = (scene: Scene, account: Account) => Reply;
function signedOnly(answer: Answer): Answerer {
  return (scene, user = "") => {
    const { status = 401, reason = "" } = scene.asked.signer ?? {};
    if (status === 403) return { status, headers: {}, body: "" };
    if (status !== 200) return json({ error: status === 401 ? `Unauthorized: ${reason}` : reason }, UNCACHED, status);
    const account = local(scene.server, user);
    return account ? answer(scene, account) : error(404, "Not Found");
  };
}

const isGone = ({ fate }: Account) => fate === "deleted" || fate === "suspended";

/** Somebody who is gone leaves an account with a key and without a name, and nothing that says so. */
function actorOf(world: WorldState, account: Account): Readonly<Record<string, unknown>> {
  const { endpoints, icon, movedTo, alsoKnownAs, ...shown } = actor(world, account);
  const uri = uriOf(account);
  const told = {
    ...shown,
    url: pageOf(account),
    publicKey: { ...(shown.publicKey as object), id: `${uri}/main-key` },
    hidesCcPublicFromUnauthedWeb: true,
    hidesToPublicFromUnauthedWeb: false,
  };
  if (isGone(account)) return { ...told, name: "", summary: "" };
  return { ...told, icon, ...(movedTo ? { movedTo } : {}), ...(alsoKnownAs ? { alsoKnownAs } : {}) };
}

/** The page for people is open, and tells them where somebody has gone. */
function page({ world, server }: Scene, user = ""): Reply {
  const account = local(server, user);
  if (!account || isGone(account)) return html("404 page not found", 404);
  const moved = actor(world, account).movedTo !== undefined;
  return html(moved ? "This account has permanently moved to another one" : `@${user}@${server.host}`);
}

/** Says there is a next page on every page, the last one too. */
function collection({ world, server, asked }: Scene, account: Account): Reply {
  const id = `${uriOf(account)}/followers`;
  if (account.about?.hidesLists) return activity({ id, type: "OrderedCollection" }, UNSTORED);
  const rows = isGone(account) ? [] : followersOf(world, server, account);
  const root = { id, type: "OrderedCollection", totalItems: rows.length, first: `${id}?limit=${PAGE}` };
  if (!asked.query.has("limit")) return activity(root, UNSTORED);
  const maxId = asked.query.get("max_id");
  const some = olderThan(rows, maxId === null ? undefined : Number(maxId)).slice(0, PAGE);
  return activity(
    {
      id: `${id}?limit=${PAGE}${maxId === null ? "" : `&max_id=${maxId}`}`,
      type: "OrderedCollectionPage",
      partOf: id,
      totalItems: rows.length,
      orderedItems: some.map(({ who }) => uriOf(who)),
      ...(some.length > 0
        ? {
            next: `${id}?limit=${PAGE}&max_id=${some.at(-1)?.follow}`,
            prev: `${id}?limit=${PAGE}&min_id=${some[0]?.follow}`,
          }
        : {}),
    },
    UNSTORED,
  );
}
