import { strangers } from "../../make/filler.ts";
import type { Account } from "../../model.ts";
import { byId, find, local } from "../common/accounts.ts";
import { actor } from "../common/actor.ts";
import { collection } from "../common/collection.ts";
import { hostMeta } from "../common/host-meta.ts";
import { followersOf, olderThan } from "../common/lists.ts";
import { met } from "../common/met.ts";
import { nodeinfo, usersOf } from "../common/nodeinfo.ts";
import { activity, error, html, json, type Reply } from "../common/reply.ts";
import { robots } from "../common/robots.ts";
import { type Answerer, type Router, type Routes, router, type Scene } from "../common/routes.ts";
import { siteOf } from "../common/uris.ts";
import { OF_PEOPLE_ALONE, subscribe, webfinger } from "../common/webfinger.ts";
import { ON_PLEROMA } from "../follow/habits.ts";
import { followPages } from "../follow/pages.ts";
import { peopleBlockedBy, serversBlockedBy } from "../members/own-lists.ts";
import { linkedPage } from "../members/pages.ts";
import { letIn, waitingFor } from "../members/requests.ts";
import { askerOf } from "../oauth/desk.ts";
import { oauth } from "../oauth/index.ts";
import { refusedToken } from "../oauth/rights.ts";
import { accountJson } from "./account.ts";
import { federationOf } from "./federation.ts";

const PAGE = 10;
const MOST = 40;
const USUAL = 20;

const accounts: Routes = {
  "GET /api/v1/accounts/lookup": (scene) =>
    oneOr404(scene, find(scene.world, scene.server, scene.asked.query.get("acct") ?? "")),
  "GET /api/v1/accounts/:id": (scene, id = "") => oneOr404(scene, byId(scene.world, scene.server, id)),
  "GET /api/v1/accounts/:id/followers": followers,
};

const NO_TOKEN = error(403, "Invalid credentials.");
const ofAsker: Routes = {
  "GET /api/v1/accounts/verify_credentials": forAsker(({ world, server }, asker) =>
    json(accountJson(world, server, asker)),
  ),
  "GET /api/v1/follow_requests": forAsker((scene, asker) => {
    const waiting = waitingFor(scene.world, asker);
    // Akkoma gives them in pages; Pleroma all at once, whatever is asked for.
    return scene.server.software === "akkoma" ? linked(scene, waiting) : listed(scene, waiting);
  }),
  "POST /api/v1/follow_requests/:id/authorize": accept,
  "GET /api/v1/blocks": forAsker((scene, asker) => linked(scene, peopleBlockedBy(scene.world, asker))),
  "GET /api/v1/domain_blocks": forAsker((_, asker) => json(serversBlockedBy(asker))),
};

function forAsker(answer: (scene: Scene, asker: Account) => Reply): Answerer {
  return (scene) => {
    const asker = askerOf(scene.world, scene.server, scene.asked);
    return asker ? answer(scene, asker) : NO_TOKEN;
  };
}

const listed = ({ world, server }: Scene, rows: readonly Account[], headers = {}): Reply =>
  json(
    rows.map((who) => accountJson(world, server, who)),
    headers,
  );

/** Names a next page behind the last one too. */
function linked(scene: Scene, rows: readonly Account[]): Reply {
  const { page, headers } = linkedPage(scene, rows, { usual: USUAL, most: MOST, always: true });
  return listed(scene, page, headers);
}

/** Who follows already is accepted once more. Of somebody who never asked it has nothing to accept, and fails. */
function accept({ world, server, asked }: Scene, id = ""): Reply {
  const asker = askerOf(world, server, asked);
  if (!asker) return NO_TOKEN;
  const who = byId(world, server, id);
  if (!who) return error(404, "Record not found");
  if (!letIn(world, asker, who) && who.atNew !== "yes") return error(500, "Something went wrong");
  return json({ id, following: false, followed_by: true, requested: false });
}

function oneOr404({ world, server }: Scene, account: Account | undefined): Reply {
  if (!account || account.fate) return error(404, "Record not found");
  return json(accountJson(world, server, account));
}

function followers({ world, server, asked }: Scene, id = ""): Reply {
  const account = byId(world, server, id);
  if (!account) return error(404, "Record not found");
  if (account.about?.hidesLists && askerOf(world, server, asked) !== account) return json([]);
  const limit = Math.min(Number(asked.query.get("limit")) || USUAL, MOST);
  const maxId = asked.query.get("max_id");
  const page = olderThan(followersOf(world, server, account), maxId === null ? undefined : Number(maxId)).slice(
    0,
    limit,
  );
  const site = `${siteOf(server)}${asked.path}?limit=${limit}`;
  const link = `<${site}&max_id=${page.at(-1)?.follow}>; rel="next", <${site}&min_id=${page[0]?.follow}>; rel="prev"`;
  const body = page.map(({ who }) => accountJson(world, server, who));
  return json(body, page.length > 0 ? { link } : {});
}

type Answer = (scene: Scene, account: Account) => Reply;
function shown(answer: Answer): Answerer {
  return (scene, user = "") => {
    const account = local(scene.server, user);
    if (!account || account.fate === "deleted") return error(404, "Not found");
    if (account.fate === "suspended") return error(410, "Gone");
    if (scene.server.settings.secure && !scene.asked.signed) return error(401, "Request not signed");
    return answer(scene, account);
  };
}

function family(name: "pleroma" | "akkoma"): Router {
  const routes = router(
    {
      "GET /.well-known/webfinger": webfinger(subscribe("/ostatus_subscribe?acct="), OF_PEOPLE_ALONE),
      "GET /.well-known/host-meta": hostMeta,
      "GET /robots.txt": robots,
      "GET /": ({ server }) => html(server.host),
      "GET /users/:user": shown(({ world }, account) => activity(actor(world, account))),
      "GET /users/:user/followers": shown(name === "akkoma" ? embedding : plain),
      "GET /api/v1/instance": (scene) => json(instance(scene)),
      "GET /api/v1/instance/peers": ({ world, server }) => json([...met(world, server), ...strangers(server)]),
    },
    nodeinfo({
      name,
      paths: { "2.0": "/nodeinfo/2.0.json", "2.1": "/nodeinfo/2.1.json" },
      metadata: (server) => ({ private: false, nodeName: server.host, federation: federationOf(server) }),
    }),
    oauth,
    followPages(ON_PLEROMA),
    ofAsker,
    accounts,
  );
  return (scene) => refusedToken(scene) ?? closed(scene) ?? routes(scene) ?? missing(scene);
}

function plain(scene: Scene, account: Account): Reply {
  return collection(scene, account, PAGE);
}

/** Akkoma puts the first page inside the collection instead of its address. */
function embedding(scene: Scene, account: Account): Reply {
  const root = collection(scene, account, PAGE);
  if (scene.asked.query.has("page") || account.about?.hidesLists) return root;
  const first = collection(
    { ...scene, asked: { ...scene.asked, query: new URLSearchParams("page=1") } },
    account,
    PAGE,
  );
  return { ...root, body: JSON.stringify({ ...JSON.parse(root.body), first: JSON.parse(first.body) }) };
}

const closed = ({ world, server, asked }: Scene): Reply | undefined =>
  server.settings.closedApi && !askerOf(world, server, asked) && asked.path.startsWith("/api/v1/accounts")
    ? error(403, "This resource requires authentication.")
    : undefined;

const missing = ({ asked }: Scene): Reply =>
  asked.path.startsWith("/api/") ? error(404, "Not implemented") : html("Not found", 404);

const instance = ({ server }: Scene) => ({
  uri: siteOf(server),
  title: server.host,
  email: server.settings.contact ?? "",
  version: `2.7.2 (compatible; ${server.software === "akkoma" ? "Akkoma" : "Pleroma"} ${server.version})`,
  max_toot_chars: 5000,
  registrations: server.settings.signUp === "open",
  stats: { user_count: usersOf(server), status_count: 1, domain_count: 1 },
  languages: server.settings.languages,
  pleroma: { metadata: { federation: federationOf(server) } },
});

export const pleroma = family("pleroma");
export const akkoma = family("akkoma");
