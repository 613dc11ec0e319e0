import { rowFor } from "./matching.ts";
import type { Account, Server, WorldState } from "./model.ts";
import { hasMetNew } from "./software/shared/met.ts";

/** The public answer that shows why somebody is missing; nothing where no stranger can see it. */
export function shownBy(world: WorldState, who: Account, cause: string): string | undefined {
  return SHOWS[cause]?.(world, who);
}

type Eye = (world: WorldState, who: Account) => string | undefined;

const readable = (server: Server) => API_IS_OPEN[server.software](server);
const never = () => false;
const always = () => true;
const unlessClosed = ({ settings }: Server) => !settings.closedApi && !settings.limited;

/** Whether strangers can ask a server about single accounts. */
const API_IS_OPEN: Readonly<Record<Server["software"], (server: Server) => boolean>> = {
  mastodon: unlessClosed,
  misskey: always,
  sharkey: always,
  pleroma: unlessClosed,
  akkoma: unlessClosed,
  hollo: always,
  gotosocial: never,
  friendica: never,
  lemmy: never,
  peertube: never,
  pixelfed: never,
  snac: never,
  wordpress: never,
  takahe: never,
  bookwyrm: never,
  "unheard-of": never,
};

/** Whether strangers can read that a server blocks this one. Misskey tells about hosts it has met, and no others. */
const publishes = (server: Server, about: Server, world: WorldState) => {
  if (UNLISTED.has(server.software)) return false;
  if (server.software !== "misskey" && server.software !== "sharkey") return server.settings.list === "public";
  return about === world.target.server ? hasMetNew(world, server) : about === world.old.server && server.ofOld.known;
};
const UNLISTED: ReadonlySet<Server["software"]> = new Set([
  "hollo",
  "pixelfed",
  "snac",
  "wordpress",
  "takahe",
  "bookwyrm",
  "unheard-of",
]);
const PROBED: ReadonlySet<Server["software"]> = new Set(["mastodon"]);

const list = (world: WorldState, server: Server, about: Server) =>
  publishes(server, about, world) ? `list of ${server.host}` : undefined;
const lookup = (server: Server) => (readable(server) ? `lookup at ${server.host}` : undefined);
const followersThere = (server: Server) => (readable(server) ? `followers as ${server.host} knows them` : undefined);

/** Something tells that no block of the new server is behind it: its list, its database, or the name among its peers. */
const isOpenToNew = (world: WorldState, server: Server) =>
  publishes(server, world.target.server, world) ||
  server.ofNew.known ||
  (server.settings.peers && hasMetNew(world, server) && !rowFor(server, world.target.server.host));

const BOTH = "the two accounts";

const SHOWS: Readonly<Record<string, Eye>> = {
  here: ({ target }) => (target.about?.hidesLists ? undefined : "the new list"),
  "here-under-new-name": (_, { server }) => lookup(server),
  "server-gone": (_, { server }) => `silence of ${server.host}`,
  "account-gone": (_, { server }) => `actor at ${server.host}`,
  "moved-on": (_, { server }) => lookup(server) ?? (server.settings.secure ? undefined : `actor at ${server.host}`),
  "new-server-blocked": (world, { server }) =>
    list(world, server, world.target.server) ?? (server.ofNew.suspended ? lookup(server) : undefined),
  "blocked-by-new-server": (world, { server }) => list(world, world.target.server, server),
  "closed-federation": ({ target }, { server }) =>
    server.settings.limited || target.server.settings.limited ? `instance of ${server.host}` : undefined,
  "new-server-given-up": (world, { server }) => list(world, server, world.target.server),
  "old-server-blocked": (world, { server }) =>
    list(world, server, world.old.server) ?? (PROBED.has(server.software) ? lookup(server) : undefined),
  "old-account-suspended": (_, { server }) => lookup(server),
  "blocked-by-old-server": (world, { server }) => list(world, world.old.server, server),
  ghost: (_, { server }) => followersThere(server),
  "software-ignores-move": (_, { server }) => `nodeinfo of ${server.host}`,
  "no-moved-to": (_, { server }) => `nodeinfo of ${server.host}`,
  "waiting-for-approval": (world, { server }) =>
    world.target.about?.locked ? "the new account" : list(world, world.target.server, server),
  "accepted-not-done": (_, { server }) => followersThere(server),
  "notice-lost": (world, { server }) => (isOpenToNew(world, server) ? lookup(server) : undefined),
  "new-account-unverifiable": () => BOTH,
  "moved-elsewhere": () => BOTH,
  "move-not-started": () => BOTH,
  "alias-missing": () => BOTH,
  "redirect-only": () => BOTH,
  "new-account-redirects": () => BOTH,
  "new-account-gone": () => BOTH,
};
