import { hash } from "../../make/hash.ts";
import type { Account, Server, WorldState } from "../../model.ts";
import { byId, find, idOn, local } from "../common/accounts.ts";
import { actor, CONTEXT, movedAsSeenFrom } from "../common/actor.ts";
import { BARE, dressed } from "../common/dress.ts";
import { followersOf } from "../common/lists.ts";
import { nodeinfo } from "../common/nodeinfo.ts";
import { activity, html, json, type Reply, text } from "../common/reply.ts";
import { robots } from "../common/robots.ts";
import { type Answerer, type Router, router, type Scene } from "../common/routes.ts";
import { pageOf, siteOf, uriOf } from "../common/uris.ts";
import { webfinger } from "../common/webfinger.ts";
import { peopleBlockedBy } from "../members/own-lists.ts";
import { linkedPage } from "../members/pages.ts";
import { letIn, waitingFor } from "../members/requests.ts";
import { askerOf } from "../oauth/desk.ts";
import { oauth } from "../oauth/index.ts";
import { refusedToken } from "../oauth/rights.ts";
import { v1, v2 } from "./instance.ts";

const PAGE = 40;
const NOT_FOUND = text("404 Not Found", "text/plain; charset=UTF-8", 404);

const routes = router(
  {
    "GET /.well-known/webfinger": webfinger(),
    "GET /robots.txt": robots,
    "GET /": ({ server }) => html(server.host),
    "GET /@:user": shown(({ world }, account) => activity(actor(world, account))),
    "GET /@:user/followers": shown(collection),
    "GET /api/v1/accounts/lookup": (scene) =>
      one(scene, find(scene.world, scene.server, scene.asked.query.get("acct") ?? "")),
    "GET /api/v1/accounts/:id": (scene, id = "") => one(scene, byUuid(scene, id)),
    "GET /api/v1/accounts/:id/followers": followers,
    "GET /api/v1/instance": ({ server }) => json(v1(server)),
    "GET /api/v2/instance": ({ server }) => json(v2(server)),
  },
  oauth,
  {
    "GET /api/v1/accounts/verify_credentials": forAsker((scene, asker) =>
      json(accountJson(scene.world, scene.server, asker)),
    ),
    "GET /api/v1/follow_requests": forAsker(({ world, server }, asker) =>
      json(waitingFor(world, asker).map((who) => accountJson(world, server, who))),
    ),
    "POST /api/v1/follow_requests/:id/authorize": (scene, id = "") =>
      forAsker(({ world }, asker) =>
        letIn(world, asker, byUuid(scene, id)) ? json({ id, followed_by: true, requested_by: false }) : missing,
      )(scene),
    "GET /api/v1/blocks": forAsker((scene, asker) => {
      const rows = peopleBlockedBy(scene.world, asker);
      const { page, headers } = linkedPage(scene, rows, { most: 80, place: "until" });
      return json(
        page.map((who) => accountJson(scene.world, scene.server, who)),
        headers,
      );
    }),
  },
  nodeinfo({
    name: "hollo",
    paths: { "2.1": "/nodeinfo/2.1" },
    homepage: "https://docs.hollo.example",
    profiled: "",
  }),
);

/** Has no block list at all, and hands out a list of followers in one piece. */
export const hollo: Router = dressed(BARE, (scene) => refusedToken(scene) ?? routes(scene) ?? NOT_FOUND);

function forAsker(answer: (scene: Scene, asker: Account) => Reply): Answerer {
  return (scene) => {
    const asker = askerOf(scene.world, scene.server, scene.asked);
    return asker ? answer(scene, asker) : json({ error: "unauthorized" }, {}, 401);
  };
}

type Answer = (scene: Scene, account: Account) => Reply;
function shown(answer: Answer): Answerer {
  return (scene, user = "") => {
    const account = local(scene.server, user);
    return !account || account.fate ? NOT_FOUND : answer(scene, account);
  };
}

const one = ({ world, server }: Scene, account: Account | undefined): Reply =>
  account && !account.fate ? json(accountJson(world, server, account)) : missing;
const missing = json({ error: "Record not found" }, {}, 404);

/** The usual number, dressed as a UUID. */
const uuidOf = (server: Server, account: Account) => {
  const digits = idOn(server, account);
  return `${hash(server.host).toString(16).padStart(8, "0")}-0000-7000-8${digits.slice(0, 3)}-${digits.slice(-12)}`;
};

function byUuid({ world, server }: Scene, uuid: string): Account | undefined {
  const account = world.people[Number(uuid.slice(-9))];
  return account && uuidOf(server, account) === uuid ? byId(world, server, idOn(server, account)) : undefined;
}

function accountJson(world: WorldState, server: Server, account: Account): Readonly<Record<string, unknown>> {
  const moved = movedAsSeenFrom(world, server, account);
  return { ...plain(server, account), moved: moved ? { ...plain(server, moved), moved: null } : null };
}

const plain = (server: Server, account: Account) => ({
  id: uuidOf(server, account),
  username: account.user,
  acct: account.server === server ? account.user : `${account.user}@${account.server.host}`,
  display_name: account.about?.display ?? account.user,
  locked: account.about?.locked ?? false,
  bot: account.about?.bot ?? false,
  created_at: "2024-11-20T22:05:57.554Z",
  note: account.about?.note ?? "",
  url: pageOf(account),
  avatar: `${siteOf(server)}/image/avatars/original/missing.png`,
  avatar_static: `${siteOf(server)}/image/avatars/original/missing.png`,
  header: `${siteOf(server)}/image/headers/original/missing.png`,
  header_static: `${siteOf(server)}/image/headers/original/missing.png`,
  followers_count: hash(`followers ${account.user}`) % 300,
  following_count: hash(`following ${account.user}`) % 300,
  statuses_count: 0,
  last_status_at: null,
  emojis: [],
  discoverable: true,
  fields: Object.entries(account.about?.fields ?? {}).map(([name, value]) => ({ name, value })),
});

function followers(scene: Scene, id = ""): Reply {
  const { world, server } = scene;
  const account = byUuid(scene, id);
  if (!account) return missing;
  if (account.about?.hidesLists && askerOf(world, server, scene.asked) !== account) return json([]);
  return json(followersOf(world, server, account).map(({ who }) => accountJson(world, server, who)));
}

function collection({ world, server, asked }: Scene, account: Account): Reply {
  const id = `${uriOf(account)}/followers`;
  const rows = followersOf(world, server, account);
  const cursor = asked.query.get("cursor");
  if (cursor === null)
    return activity({
      "@context": CONTEXT,
      id,
      type: "OrderedCollection",
      totalItems: rows.length,
      first: `${id}?cursor=0`,
    });
  const from = Number(cursor);
  return activity({
    "@context": CONTEXT,
    type: "OrderedCollectionPage",
    id: `${id}?cursor=${cursor}`,
    partOf: id,
    ...(rows.length > 0 ? { orderedItems: rows.slice(from, from + PAGE).map(({ who }) => uriOf(who)) } : {}),
    ...(from + PAGE < rows.length ? { next: `${id}?cursor=${from + PAGE}` } : {}),
  });
}
