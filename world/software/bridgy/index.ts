import { actor } from "../common/actor.ts";
import { nodeinfo } from "../common/nodeinfo.ts";
import { activity, empty, html, type Reply } from "../common/reply.ts";
import { robots } from "../common/robots.ts";
import { type Router, router, type Scene } from "../common/routes.ts";
import { didOf, uriOf } from "../common/uris.ts";
import { webfinger } from "../common/webfinger.ts";

const routes = router(
  {
    "GET /.well-known/webfinger": webfinger(),
    "GET /robots.txt": robots,
    "GET /": ({ server }) => html(server.host),
    "GET /ap/:did": (scene, did = "") => shown(scene, did),
    "GET /ap/:did/followers": (scene, did = "") => followers(scene, did),
  },
  nodeinfo({ name: "bridgy-fed", paths: { "2.1": "/nodeinfo.json" }, homepage: "https://bridge.example/" }),
);

/** Accounts of another network, shown to this one: no API, no lists, addresses that are keys over there. */
export const bridgyFed: Router = (scene) => routes(scene) ?? html("Not found", 404);

const bridged = ({ server }: Scene, did: string) => server.accounts.find((account) => didOf(account) === did);

function shown(scene: Scene, did: string): Reply {
  const account = bridged(scene, did);
  if (!account) return empty(404);
  return account.fate ? empty(410) : activity(actor(scene.world, account));
}

/** Whom they follow and who follows them is kept in the other network. */
function followers(scene: Scene, did: string): Reply {
  const account = bridged(scene, did);
  return account
    ? activity({ id: `${uriOf(account)}/followers`, type: "OrderedCollection", totalItems: 0 })
    : empty(404);
}
