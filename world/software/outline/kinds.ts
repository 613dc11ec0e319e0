import { find, idOn, local } from "../common/accounts.ts";
import { error, html, json, text } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { siteOf, uriOf } from "../common/uris.ts";
import { type Extra, subscribe } from "../common/webfinger.ts";
import { ON_BOOKWYRM, ON_FRIENDICA, ON_PIXELFED, ON_WORDPRESS, WITH_WAYS_BACK } from "../follow/habits.ts";
import { followPages } from "../follow/pages.ts";
import { blocklistFile, blocklistStatus, federatedInstances } from "./block-lists.ts";
import { outline } from "./index.ts";
import { friendicasOwn, pixelfedsOwn } from "./signed-in.ts";

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

const FOLLOW = "https://w3id.org/fep/3b86/Follow";

/** Both ways of naming the same page. */
function intents(path: string, intent: string): Extra {
  const older = subscribe(path);
  return (server) => [...older(server), { rel: FOLLOW, template: `${siteOf(server)}${path}{object}${intent}` }];
}

function waysBack(path: string): Extra {
  return (server) => [{ rel: FOLLOW, template: `${siteOf(server)}${path}` }];
}

export const friendica = outline({
  name: "friendica",
  actor: "/profile/:user",
  subscribe: subscribe("/contact/follow?url="),
  own: { ...followPages(ON_FRIENDICA), ...blocklistFile, ...friendicasOwn },
});
export const lemmy = outline({ name: "lemmy", nodeinfo: "/nodeinfo/2.1", actor: "/u/:user", own: federatedInstances });
/** Looks for videos and channels: no person is found. */
const channelsAlone: Routes = { "GET /remote-interaction": () => html("Cannot access to the remote resource") };
export const peertube = outline({
  name: "peertube",
  actor: "/accounts/:user",
  subscribe: subscribe("/remote-interaction?uri="),
  knowsSite: false,
  own: { ...blocklistStatus, ...channelsAlone },
});
export const pixelfed = outline({
  name: "pixelfed",
  actor: "/users/:user",
  own: { ...followPages(ON_PIXELFED), ...needsToken, ...pixelfedsOwn },
});
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
export const wordpress = outline({
  name: "wordpress",
  actor: "/author/:user",
  subscribe: intents("/wp-json/activitypub/1.0/interactions?uri=", "&intent=follow"),
  own: { ...followersPage, ...followPages(ON_WORDPRESS) },
});
export const takahe = outline({ name: "takahe", actor: "/@:user" });
export const bookwyrm = outline({
  name: "bookwyrm",
  actor: "/user/:user",
  subscribe: subscribe("/ostatus_subscribe?acct="),
  knowsSite: false,
  own: followPages(ON_BOOKWYRM),
});
/** Nobody has written an adapter for it, and its name is not in lower case. */
export const unheardOf = outline({
  name: "Unheard.Of",
  actor: "/actors/:user",
  subscribe: waysBack("/@me/intent/follow?object={object}&on-success={on-success}&on-cancel={on-cancel}"),
  own: followPages(WITH_WAYS_BACK),
});
