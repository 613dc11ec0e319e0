import { find, idOn, local } from "../common/accounts.ts";
import { error, json, text } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { uriOf } from "../common/uris.ts";
import { subscribe } from "../common/webfinger.ts";
import { blocklistFile, blocklistStatus, federatedInstances } from "./block-lists.ts";
import { outline } from "./index.ts";
import { letsAppsIn } from "./signed-in.ts";

/** Speaks Mastodon's language and hides by saying nothing there is: zero, an empty list, no peers. */
const sayingZero: Routes = {
  "GET /api/v1/accounts/lookup": (scene) => snacAccount(scene, scene.asked.query.get("acct") ?? ""),
  "GET /api/v1/accounts/:id/followers": () => json([]),
  "GET /api/v1/instance": ({ server }) =>
    json({
      uri: server.host,
      domain: server.host,
      title: server.host,
      version: `4.0.0 (not true; really snac/${server.version})`,
      source_url: "https://code.example/snac",
      description: server.host,
      short_description: server.host,
      thumbnail: `https://${server.web}/susie.png`,
      email: server.settings.contact ?? "",
      rules: [],
      languages: server.settings.languages,
      urls: { streaming_api: `wss://${server.web}` },
      stats: { user_count: 0, status_count: 0, domain_count: 0 },
      registrations: false,
      approval_required: false,
      invites_enabled: false,
      configuration: {
        statuses: { characters_reserved_per_url: 32, max_characters: 100_000, max_media_attachments: 4 },
      },
    }),
  "GET /api/v1/instance/peers": () => json([]),
};

function snacAccount({ world, server }: Scene, acct: string) {
  const account = find(world, server, acct);
  if (account?.server !== server) return error(404, "Not found");
  return json({
    id: idOn(server, account),
    username: account.user,
    acct: `${account.user}@${server.host}`,
    display_name: account.user,
    url: uriOf(account),
    uri: uriOf(account),
    locked: false,
    bot: false,
    group: false,
    discoverable: true,
    indexable: true,
    noindex: false,
    hide_collections: false,
    roles: [],
    note: "",
    created_at: "2024-11-20T22:03:43Z",
    last_status_at: "2026-11-20",
    avatar: `https://${server.web}/susie.png`,
    avatar_static: `https://${server.web}/susie.png`,
    header: "",
    header_static: "",
    emojis: [],
    fields: [],
    followers_count: 0,
    following_count: 0,
    statuses_count: 0,
  });
}

const needsToken: Routes = {
  "GET /api/v1/accounts/lookup": () => error(403, "You need to be logged in to perform this action"),
  "GET /api/v1/instance/domain_blocks": () => error(404, "Record not found"),
};

const followersPage: Routes = {
  "GET /wp-json/activitypub/1.0/actors/:user/followers": ({ server }, user = "") =>
    local(server, user)
      ? json({ type: "OrderedCollectionPage", totalItems: 0, orderedItems: [] })
      : error(404, "Not found"),
};

export const friendica = outline({
  name: "friendica",
  actor: "/profile/:user",
  subscribe: subscribe("/authorize_interaction?uri="),
  own: { ...blocklistFile, ...letsAppsIn },
});
export const lemmy = outline({ name: "lemmy", nodeinfo: "/nodeinfo/2.1", actor: "/u/:user", own: federatedInstances });
export const peertube = outline({ name: "peertube", actor: "/accounts/:user", own: blocklistStatus });
export const pixelfed = outline({ name: "pixelfed", actor: "/users/:user", own: { ...needsToken, ...letsAppsIn } });
export const snac = outline({
  name: "snac",
  nodeinfo: "/nodeinfo_2_0",
  actor: "/:user",
  own: sayingZero,
  saysZero: true,
  types: {
    json: "application/json",
    jrd: "application/jrd+json",
    activity: 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
  },
  missing: ({ version }) => text(`<h1>404 Not Found (snac/${version})</h1>`, "text/html; charset=utf-8", 404),
});
export const wordpress = outline({ name: "wordpress", actor: "/author/:user", own: followersPage });
export const takahe = outline({ name: "takahe", actor: "/@:user" });
export const bookwyrm = outline({
  name: "bookwyrm",
  actor: "/user/:user",
  subscribe: subscribe("/ostatus_subscribe?acct="),
});
/** Nobody has written an adapter for it, and its name is not in lower case. */
export const unheardOf = outline({ name: "Unheard.Of", actor: "/actors/:user" });
