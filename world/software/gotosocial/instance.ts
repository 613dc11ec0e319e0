import { fillerOf, strangers } from "../../make/filler.ts";
import { starRhythm } from "../../make/obfuscate.ts";
import type { Server } from "../../model.ts";
import { met } from "../common/met.ts";
import { usersOf } from "../common/nodeinfo.ts";
import type { Scene } from "../common/routes.ts";
import { siteOf } from "../common/uris.ts";

/** No digests; only suspensions exist. */
export const blocksOf = (server: Server) =>
  [...server.blocks, ...fillerOf(server)]
    .filter(({ severity }) => severity === "suspend")
    .map(({ domain, comment, obfuscate }) => ({
      domain: obfuscate ? starRhythm(domain) : domain,
      suspended_at: "2025-11-20T22:07:48.000Z",
      comment: comment ?? "",
      severity: "suspend",
    }));

/** Whom it lets in whatever its blocks say, or, where it federates with few, at all. */
export const allowsOf = (server: Server) => server.allows.map((domain) => ({ domain }));

export function peersOf({ world, server }: Scene): readonly string[] {
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

export const v1 = (server: Server) => ({
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

export const v2 = (server: Server) => ({
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
