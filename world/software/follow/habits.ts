import type { Server } from "../../model.ts";
import type { Reply } from "../common/reply.ts";
import { isFrom } from "../mastodon/lines.ts";
import { page } from "../oauth/authorize.ts";

/** Whom a follow page is asked for: somebody by handle, or by the address of his actor or profile. */
export type Named = { readonly handle: string } | { readonly address: string };

/** The page on which a follow that began elsewhere is confirmed, as a kind of software has it. */
export type FollowPage = {
  readonly paths: readonly string[];
  /** The names of the parameter, the first that is there counts. */
  readonly parameters: (server: Server) => readonly string[];
  /** What it makes of the text there. An answer: it takes no such text. */
  readonly reads: (given: string, server: Server) => Named | Reply;
  readonly notFound: () => Reply;
  /** Whoever is not signed in does so and comes back, does so in the same form, or is led away. */
  readonly signedOut: "comes-back" | "in-the-form" | Reply;
  /** The page on which the button stands, if the first one only leads there. */
  readonly at?: (address: string, handle: string) => string;
};

const isAddress = (given: string) => /^https:\/\//.test(given);
const either = (given: string): Named => (isAddress(given) ? { address: given } : { handle: given.replace(/^@/, "") });
const withoutScheme = (given: string) => given.replace(/^acct:/, "");
export const moved = (location: string): Reply => ({ status: 302, headers: { location }, body: "" });

/** A handle, an address of http. With `acct:` before it nobody is found. Seen with 4.5.15 and 4.6.5. */
export const ON_MASTODON: FollowPage = {
  paths: ["/authorize_interaction"],
  parameters: () => ["uri", "acct"],
  reads: either,
  notFound: () => page("Not found", "", 404),
  signedOut: "comes-back",
  at: (_, handle) => `/web/@${handle}`,
};

/** pages/follow.vue up to 2024.6, pages/lookup.vue since: the newer one reads `acct:` away. */
export const ON_MISSKEY: FollowPage = {
  paths: ["/authorize-follow"],
  parameters: (server) => (isNew(server) ? ["uri", "acct"] : ["acct"]),
  reads: (given, server) => either(isNew(server) ? withoutScheme(given) : given),
  notFound: () => page("No such user", ""),
  signedOut: "comes-back",
};
const isNew = (server: Server): boolean => isFrom(server, 2024, 7);

/** remote_follow_controller.ex: name and password may be given in the very form of the follow. */
export const ON_PLEROMA: FollowPage = {
  paths: ["/ostatus_subscribe"],
  parameters: () => ["acct"],
  reads: either,
  notFound: () => page("Error fetching user", ""),
  signedOut: "in-the-form",
};

/** Module/Contact/Follow.php, tree of 2024: who is not signed in loses the way. */
export const ON_FRIENDICA: FollowPage = {
  paths: ["/contact/follow", "/authorize_interaction"],
  parameters: () => ["uri", "url"],
  reads: (given) => either(withoutScheme(given)),
  notFound: () => page("The network type couldn't be detected.", ""),
  signedOut: page("Permission denied.", ""),
};

/** AuthorizeInteractionController.php, since 0.12.4: an address alone passes, and it leads to the profile. */
export const ON_PIXELFED: FollowPage = {
  paths: ["/authorize_interaction"],
  parameters: () => ["uri"],
  reads: (given) => (URL.canParse(given) && !given.startsWith("acct:") ? { address: given } : moved("/")),
  notFound: () => moved("/i/web"),
  signedOut: page("Login", ""),
  at: (address) => `/i/web/profile?of=${encodeURIComponent(address)}`,
};

/** views/follow.py: reads host and name out of an address, and fails with an error where the text is none. */
export const ON_BOOKWYRM: FollowPage = {
  paths: ["/ostatus_subscribe"],
  parameters: () => ["acct"],
  reads(given) {
    const [, host, name] = /^https?:\/\/([\w\-.]*).*\/(\w*)/.exec(given) ?? [];
    return host === undefined ? page("Server Error", "", 500) : { handle: `${name}@${host}` };
  },
  notFound: () => page("Could not find a user with that identifier", ""),
  signedOut: "comes-back",
};

/** class-interaction-controller.php, with its pages for following switched on. */
export const ON_WORDPRESS: FollowPage = {
  paths: ["/wp-json/activitypub/1.0/interactions"],
  parameters: () => ["uri"],
  reads: (given) => either(withoutScheme(given)),
  notFound: () => page("The URL is not supported!", "", 400),
  signedOut: "comes-back",
  at: (address) => `/wp-admin/users.php?page=activitypub-following-list&resource=${encodeURIComponent(address)}`,
};

/** As Emissary names it in its WebFinger, with places for both ways back. */
export const WITH_WAYS_BACK: FollowPage = {
  paths: ["/@me/intent/follow"],
  parameters: () => ["object"],
  reads: (given) => (isAddress(given) ? { address: given } : page("Not found", "", 404)),
  notFound: () => page("Not found", "", 404),
  signedOut: "comes-back",
};
