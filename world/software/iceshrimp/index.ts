import type { Account } from "../../model.ts";
import { byId, find, idOn, local } from "../common/accounts.ts";
import { actor } from "../common/actor.ts";
import { followersOf } from "../common/lists.ts";
import { nodeinfo } from "../common/nodeinfo.ts";
import { activity, error, html, json } from "../common/reply.ts";
import { robots } from "../common/robots.ts";
import { type Answerer, type Router, router, type Scene } from "../common/routes.ts";
import { pageOf, uriOf } from "../common/uris.ts";
import { subscribe, webfinger } from "../common/webfinger.ts";
import { peopleBlockedBy } from "../members/own-lists.ts";
import { linkedPage } from "../members/pages.ts";
import { letIn, waitingFor } from "../members/requests.ts";
import { askerOf } from "../oauth/desk.ts";
import { oauth } from "../oauth/index.ts";
import { refusedToken } from "../oauth/rights.ts";

/** Mastodon's API in its own hand: no list of blocks, and `moved` is never filled. */
const routes = router(
  {
    "GET /.well-known/webfinger": webfinger(subscribe("/authorize-follow?acct=")),
    // What its WebFinger names is taken for the name of a user: Pages/ProfileView.razor has every other path.
    "GET /authorize-follow": () => html("User does not exist!"),
    "GET /robots.txt": robots,
    "GET /": ({ server }) => html(server.host),
    "GET /users/:user": (scene, user = "") => {
      const account = local(scene.server, user);
      return account && !account.fate ? activity(actor(scene.world, account)) : NOT_FOUND;
    },
    "GET /api/v1/accounts/lookup": (scene) => {
      const account = find(scene.world, scene.server, scene.asked.query.get("acct") ?? "");
      return account && !account.fate ? json(accountJson(scene, account)) : NOT_FOUND;
    },
    "GET /api/v1/accounts/:id/followers": followers,
    "GET /api/v1/accounts/verify_credentials": forAsker((scene, asker) => json(accountJson(scene, asker))),
    "GET /api/v1/follow_requests": forAsker((scene, asker) => linked(scene, waitingFor(scene.world, asker))),
    "POST /api/v1/follow_requests/:id/authorize": (scene, id = "") => accept(scene, id),
    "GET /api/v1/blocks": forAsker((scene, asker) => linked(scene, peopleBlockedBy(scene.world, asker))),
  },
  oauth,
  nodeinfo({ name: "Iceshrimp.NET", paths: { "2.1": "/nodeinfo/2.1" } }),
);

const NOT_FOUND = error(404, "Record not found");

export const iceshrimpNet: Router = (scene) => refusedToken(scene) ?? routes(scene) ?? NOT_FOUND;

function forAsker(answer: (scene: Scene, asker: Account) => ReturnType<Answerer>): Answerer {
  return (scene) => {
    const asker = askerOf(scene.world, scene.server, scene.asked);
    return asker ? answer(scene, asker) : error(401, "This method requires an authenticated user");
  };
}

function linked(scene: Scene, rows: readonly Account[]) {
  const { page, headers } = linkedPage(scene, rows, { most: 80 });
  return json(
    page.map((who) => accountJson(scene, who)),
    headers,
  );
}

/** How the two stand to each other now, whether there was a request or not. */
function accept(scene: Scene, id: string) {
  const { world, server, asked } = scene;
  const asker = askerOf(world, server, asked);
  if (!asker) return error(401, "This method requires an authenticated user");
  const who = byId(world, server, id);
  if (!who) return NOT_FOUND;
  letIn(world, asker, who);
  return json({ id, following: false, followed_by: who.atNew === "yes", requested_by: who.atNew === "requested" });
}

/** Empty where the list is private, but for its owner. */
function followers(scene: Scene, id = "") {
  const { world, server } = scene;
  const account = server.accounts.find((one) => idOn(server, one) === id);
  if (!account) return NOT_FOUND;
  const isOpen = !account.about?.hidesLists || askerOf(world, server, scene.asked) === account;
  return json(isOpen ? followersOf(world, server, account).map(({ who }) => accountJson(scene, who)) : []);
}

const accountJson = ({ server }: Scene, account: Account) => ({
  id: idOn(server, account),
  username: account.user,
  acct: account.server === server ? account.user : `${account.user}@${account.server.host}`,
  fqn: `${account.user}@${account.server.host}`,
  display_name: account.about?.display ?? account.user,
  locked: account.about?.locked ?? false,
  bot: account.about?.bot ?? false,
  discoverable: true,
  created_at: "2024-11-20T22:03:43.000Z",
  url: pageOf(account),
  uri: uriOf(account),
  followers_count: 0,
  following_count: 0,
  statuses_count: 0,
  note: "",
  fields: [],
  moved: null,
});
