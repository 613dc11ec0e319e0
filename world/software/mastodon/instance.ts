import { fillerOf, strangers } from "../../make/filler.ts";
import { sha256 } from "../../make/hash.ts";
import { starMiddle } from "../../make/obfuscate.ts";
import type { Block, Server, WorldState } from "../../model.ts";
import { local } from "../common/accounts.ts";
import { met } from "../common/met.ts";
import { usersOf } from "../common/nodeinfo.ts";
import { empty, json, type Reply } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { siteOf } from "../common/uris.ts";
import { askerOf } from "../oauth/desk.ts";
import { accountJson } from "./account.ts";
import { isFrom } from "./lines.ts";

const CACHED = {
  "cache-control": "max-age=300, public, stale-while-revalidate=30, stale-if-error=86400",
  vary: "Accept, Origin",
};

export const instance: Routes = {
  "GET /api/v1/instance/domain_blocks": domainBlocks,
  "GET /api/v1/instance/peers": (scene) => (offersPeers(scene.server) ? json(listedPeers(scene), CACHED) : empty(404)),
  "GET /api/v1/peers/search": (scene) => (offersPeers(scene.server) ? json(search(scene), CACHED) : empty(404)),
  "GET /api/v1/instance": (scene) => json(v1(scene), { ...CACHED, deprecation: "@1668384000" }),
  "GET /api/v2/instance": (scene) => json(v2(scene), CACHED),
  "GET /api/v1/instance/rules": () => json([], CACHED),
};

/** Hidden from strangers is no error and no empty list: 404 without a word. */
function domainBlocks({ world, server, asked }: Scene): Reply {
  const mayRead =
    server.settings.list === "public" || (server.settings.list === "users" && askerOf(world, server, asked));
  if (!mayRead) return empty(404);
  const rows = [...server.blocks, ...fillerOf(server)].filter(({ severity }) => severity !== "noop");
  return json(
    rows.sort(bySeverity).map((row) => entry(server, row)),
    CACHED,
  );
}

const bySeverity = (one: Block, other: Block) =>
  one.severity.localeCompare(other.severity) || one.domain.localeCompare(other.domain);

const entry = (server: Server, { domain, severity, comment, obfuscate }: Block) => ({
  domain: obfuscate ? starMiddle(domain) : domain,
  digest: sha256(domain),
  severity,
  comment: server.settings.rationale ? (comment ?? "") : null,
});

const offersPeers = ({ settings }: Server) => settings.peers && !settings.limited;

/** The list as it was made last, up to a day ago: the old server stood in it then, the new one did not. */
function listedPeers(scene: Scene): readonly string[] {
  const { world, server } = scene;
  if (server.settings.peersAge === "empty") return [];
  const late = server.settings.peersAge === "day-old" && server !== world.old.server ? world.target.server.host : "";
  return peersOf(scene).filter((host) => host !== late);
}

/** Everybody ever met, except names that have a row of their own, of whatever severity. */
function peersOf({ world, server }: Scene): readonly string[] {
  const rows = new Set(server.blocks.map(({ domain }) => domain));
  return [...met(world, server), ...strangers(server)].filter((host) => !rows.has(host));
}

function search(scene: Scene): readonly string[] {
  const wanted = scene.asked.query.get("q")?.trim().toLowerCase();
  return wanted
    ? peersOf(scene)
        .filter((host) => host.startsWith(wanted))
        .slice(0, 10)
    : [];
}

const v1 = ({ server }: Scene) => ({
  uri: server.host,
  title: server.host,
  short_description: "",
  description: "",
  email: server.settings.contact ?? "",
  version: server.version,
  urls: { streaming_api: `wss://${server.web}` },
  stats: { user_count: usersOf(server), status_count: usersOf(server) * 9, domain_count: 700 },
  languages: server.settings.languages,
  registrations: server.settings.signUp !== "closed",
  approval_required: server.settings.signUp === "approval",
  invites_enabled: true,
  thumbnail: `${siteOf(server)}/preview.png`,
  configuration: { accounts: { max_featured_tags: 10 }, ...CONFIGURATION },
  contact_account: null,
  rules: [],
});

const CONFIGURATION = {
  statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
  media_attachments: { supported_mime_types: ["image/jpeg", "image/png"], image_size_limit: 16_777_216 },
  polls: { max_options: 4, max_characters_per_option: 50, min_expiration: 300, max_expiration: 2_629_746 },
};

const v2 = ({ world, server }: Scene) => ({
  domain: server.host,
  title: server.host,
  version: server.version,
  source_url: "https://code.example/mastodon",
  description: "",
  usage: { users: { active_month: Math.ceil(usersOf(server) * 0.4) } },
  thumbnail: { url: `${siteOf(server)}/preview.png`, ...(isFrom(server, 4, 6) ? { description: "" } : {}) },
  icon: [],
  languages: server.settings.languages,
  configuration: {
    urls: {
      streaming: `wss://${server.web}`,
      status: null,
      ...(isFrom(server, 4, 4) ? pagesOf(server) : {}),
    },
    vapid: { public_key: "" },
    accounts: { max_featured_tags: 10, max_pinned_statuses: 5, ...(isFrom(server, 4, 6) ? PROFILE_SINCE_4_6 : {}) },
    ...CONFIGURATION,
    translation: { enabled: false },
    ...(isFrom(server, 4, 4) ? { limited_federation: server.settings.limited } : {}),
    ...(isFrom(server, 4, 5) ? { timelines_access: { live_feeds: { local: "public", remote: "public" } } } : {}),
  },
  registrations: {
    enabled: server.settings.signUp !== "closed",
    approval_required: server.settings.signUp === "approval",
    ...(isFrom(server, 4, 4) ? { reason_required: false, min_age: null } : {}),
    message: null,
    url: null,
  },
  api_versions: { mastodon: isFrom(server, 4, 6) ? 11 : isFrom(server, 4, 5) ? 7 : 2 },
  ...(isFrom(server, 4, 6) ? { wrapstodon: null } : {}),
  contact: { email: server.settings.contact ?? "", account: contactAccount(world, server) },
  rules: [],
});

const pagesOf = (server: Server) => ({
  about: `${siteOf(server)}/about`,
  privacy_policy: `${siteOf(server)}/privacy-policy`,
  terms_of_service: null,
});

const PROFILE_SINCE_4_6 = {
  max_display_name_length: 40,
  max_note_length: 500,
  max_avatar_description_length: 150,
  max_header_description_length: 150,
  max_profile_fields: 4,
  profile_field_name_limit: 255,
  profile_field_value_limit: 255,
};

function contactAccount(world: WorldState, server: Server) {
  const account = local(server, "admin");
  return account ? accountJson(world, server, account) : null;
}
