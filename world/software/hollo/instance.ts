import type { Server } from "../../model.ts";

const about = (server: Server) => ({
  title: server.host,
  version: server.version,
  description: `A Hollo instance at ${server.host}`,
  languages: [],
  configuration: {
    statuses: { max_characters: 10_000, max_media_attachments: 8, characters_reserved_per_url: 256 },
    media_attachments: { supported_mime_types: ["image/jpeg", "image/png"], image_size_limit: 33_554_432 },
    polls: { max_options: 10, max_characters_per_option: 100, min_expiration: 300, max_expiration: 1_209_600 },
    accounts: { max_featured_tags: 0, max_pinned_statuses: 0 },
    translation: { enabled: false },
    vapid: { public_key: "" },
  },
  rules: [],
});

export const v1 = (server: Server) => ({
  uri: server.host,
  ...about(server),
  short_description: `A Hollo instance at ${server.host}`,
  email: server.settings.contact ?? "",
  urls: {},
  stats: { user_count: 0, status_count: 0, domain_count: 0 },
  thumbnail: null,
  registrations: false,
  approval_required: true,
  invites_enabled: false,
  contact_account: null,
});

export const v2 = (server: Server) => ({
  domain: server.host,
  ...about(server),
  source_url: "https://code.example/hollo",
  usage: { users: { active_month: 0 } },
  registrations: { enabled: false, approval_required: true, message: null },
  contact: { email: server.settings.contact ?? "", account: null },
});
