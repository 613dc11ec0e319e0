import { fillerOf, strangers } from "../../filler.ts";
import type { Account, Server } from "../../model.ts";
import { starRhythm } from "../../obfuscate.ts";
import { local } from "../shared/accounts.ts";
import { actor } from "../shared/actor.ts";
import { BARE, dressed } from "../shared/dress.ts";
import { hostMeta } from "../shared/host-meta.ts";
import { followersOf, olderThan } from "../shared/lists.ts";
import { met } from "../shared/met.ts";
import { nodeinfo, usersOf } from "../shared/nodeinfo.ts";
import { activity, error, html, json, type Reply } from "../shared/reply.ts";
import { robots } from "../shared/robots.ts";
import { type Answerer, type Router, router, type Scene } from "../shared/routes.ts";
import { siteOf, uriOf } from "../shared/uris.ts";
import { webfinger } from "../shared/webfinger.ts";

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
  const moved = account === world.old && world.movedDaysAgo !== undefined;
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

/** No digests; only suspensions exist. */
const blocksOf = (server: Server) =>
  [...server.blocks, ...fillerOf(server)]
    .filter(({ severity }) => severity === "suspend")
    .map(({ domain, comment, obfuscate }) => ({
      domain: obfuscate ? starRhythm(domain) : domain,
      suspended_at: "2025-11-20T22:07:48.000Z",
      comment: comment ?? "",
      severity: "suspend",
    }));

function peersOf({ world, server }: Scene): readonly string[] {
  const rows = new Set(server.blocks.map(({ domain }) => domain));
  return [...met(world, server), ...strangers(server)].filter((host) => !rows.has(host));
}

const about = (server: Server) => ({
  account_domain: server.host,
  title: server.host,
  description: "",
  version: server.version,
  languages: server.settings.languages,
});
const configuration = {
  statuses: {
    max_characters: 5000,
    max_media_attachments: 6,
    characters_reserved_per_url: 25,
    supported_mime_types: ["text/plain", "text/markdown"],
  },
  media_attachments: { supported_mime_types: ["image/jpeg", "image/png"], image_size_limit: 41_943_040 },
  polls: { max_options: 6, max_characters_per_option: 50, min_expiration: 300, max_expiration: 2_629_746 },
  accounts: { allow_custom_css: false, max_featured_tags: 10, max_profile_fields: 6 },
  emojis: { emoji_size_limit: 51_200 },
};

const v1 = (server: Server) => ({
  uri: server.host,
  ...about(server),
  short_description: "",
  email: server.settings.contact ?? "",
  registrations: server.settings.signUp !== "closed",
  approval_required: true,
  invites_enabled: false,
  configuration,
  urls: { streaming_api: `wss://${server.web}` },
  stats: { user_count: usersOf(server), status_count: 0, domain_count: 3 },
  thumbnail: `${siteOf(server)}/assets/logo.webp`,
  max_toot_chars: 5000,
  rules: [],
});

const v2 = (server: Server) => ({
  domain: server.host,
  ...about(server),
  source_url: "https://code.example/gotosocial",
  usage: { users: { active_month: Math.ceil(usersOf(server) / 2) } },
  thumbnail: { url: `${siteOf(server)}/assets/logo.webp` },
  configuration: {
    ...configuration,
    urls: { streaming: `wss://${server.web}`, about: `${siteOf(server)}/about` },
    translation: { enabled: false },
    vapid: { public_key: "" },
  },
  registrations: {
    enabled: server.settings.signUp !== "closed",
    approval_required: true,
    message: null,
    min_age: null,
    reason_required: true,
  },
  contact: { email: server.settings.contact ?? "" },
  rules: [],
});
