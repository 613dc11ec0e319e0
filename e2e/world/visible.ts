import type { Account, Server, WorldState } from "./model.ts";

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

/** Whether strangers can read whom a server blocks. */
const publishes = (server: Server) =>
  server.software === "misskey" || server.software === "sharkey" || server.settings.list === "public";
const PROBED: ReadonlySet<Server["software"]> = new Set(["mastodon"]);

const list = (server: Server) => (publishes(server) ? `list of ${server.host}` : undefined);
const lookup = (server: Server) => (readable(server) ? `lookup at ${server.host}` : undefined);
const followersThere = (server: Server) => (readable(server) ? `followers as ${server.host} knows them` : undefined);

const SHOWS: Readonly<Record<string, Eye>> = {
  here: ({ target }) => (target.about?.hidesLists ? undefined : "the new list"),
  "here-under-new-name": (_, { server }) => lookup(server),
  "server-gone": (_, { server }) => `silence of ${server.host}`,
  "account-gone": (_, { server }) => `actor at ${server.host}`,
  "moved-on": (_, { server }) => lookup(server) ?? (server.settings.secure ? undefined : `actor at ${server.host}`),
  "new-server-blocked": (_, { server }) => list(server) ?? (server.ofNew.suspended ? lookup(server) : undefined),
  "blocked-by-new-server": ({ target }) => list(target.server),
  "closed-federation": ({ target }, { server }) =>
    server.settings.limited || target.server.settings.limited ? `instance of ${server.host}` : undefined,
  "new-server-given-up": (_, { server }) => list(server),
  "old-server-blocked": (_, { server }) => list(server) ?? (PROBED.has(server.software) ? lookup(server) : undefined),
  "old-account-suspended": (_, { server }) => lookup(server),
  "blocked-by-old-server": ({ old }) => list(old.server),
  ghost: (_, { server }) => followersThere(server),
  "software-ignores-move": (_, { server }) => `nodeinfo of ${server.host}`,
  "no-moved-to": (_, { server }) => `nodeinfo of ${server.host}`,
  "waiting-for-approval": ({ target }) => (target.about?.locked ? "the new account" : list(target.server)),
  "accepted-not-done": (_, { server }) => followersThere(server),
  "notice-lost": (_, { server }) => lookup(server),
};
