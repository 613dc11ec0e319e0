import type { Account } from "../../model.ts";
import { local } from "../common/accounts.ts";
import { actor } from "../common/actor.ts";
import { BARE, dressed } from "../common/dress.ts";
import { followersOf } from "../common/lists.ts";
import { nodeinfo } from "../common/nodeinfo.ts";
import { activity, empty, html, json, type Reply } from "../common/reply.ts";
import { robots } from "../common/robots.ts";
import { type Answerer, type Router, router, type Scene } from "../common/routes.ts";
import { siteOf, uriOf } from "../common/uris.ts";
import { webfinger } from "../common/webfinger.ts";

const AP = "/.ghost/activitypub";

const routes = router(
  {
    "GET /.well-known/webfinger": webfinger(),
    "GET /robots.txt": robots,
    "GET /": ({ server }) => html(server.host),
    [`GET ${AP}/users/:user`]: shown(({ world }, account) =>
      activity({ ...actor(world, account), ...collectionsOf(account), url: `${siteOf(account.server)}/` }),
    ),
    [`GET ${AP}/followers/:user`]: shown(followers),
  },
  nodeinfo({ name: "ghost", paths: { "2.1": `${AP}/nodeinfo/2.1` }, profiled: "" }),
);

/** A publication with one account. It can be a new home; nobody moves away from it. */
export const ghost: Router = dressed(BARE, (scene) => routes(scene) ?? missing(scene));

const collectionsOf = ({ user, server }: Account) =>
  Object.fromEntries(
    ["inbox", "outbox", "followers", "following", "liked"].map((name) => [
      name,
      `${siteOf(server)}${AP}/${name}/${user}`,
    ]),
  );

type Answer = (scene: Scene, account: Account) => Reply;
function shown(answer: Answer): Answerer {
  return (scene, user = "") => {
    const account = local(scene.server, user);
    if (!account) return empty(404);
    return account.fate ? empty(410) : answer(scene, account);
  };
}

/** The whole list in one piece, without pages. */
function followers({ world, server }: Scene, account: Account): Reply {
  const rows = followersOf(world, server, account);
  return activity({
    id: `${siteOf(server)}${AP}/followers/${account.user}`,
    type: "OrderedCollection",
    totalItems: rows.length,
    orderedItems: rows.map(({ who }) => uriOf(who)),
  });
}

const missing = ({ asked }: Scene): Reply =>
  asked.path.startsWith(AP) ? json({ error: "Not found" }, {}, 404) : html("Not found", 404);
