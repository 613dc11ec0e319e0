import type { Account, Server, WorldState } from "../model.ts";
import { hasMetNew } from "../software/common/met.ts";
import { rowFor } from "../software/matching.ts";

/** The public answer that shows why somebody is missing; nothing where no stranger can see it. */
export function shownBy(world: WorldState, who: Account, cause: string): string | undefined {
  return SHOWS[cause]?.(world, who);
}

type Eye = (world: WorldState, who: Account) => string | undefined;

const readable = (server: Server) => welcomes(server) && API_IS_OPEN[server.software](server);
/** A stranger with manners asks nothing where robots are told to stay out. */
const welcomes = ({ settings, software }: Server) =>
  settings.robots === "none" || (settings.robots === "stock" && software !== "gotosocial");
/** NodeInfo, WebFinger and documents of known people are asked for unless the people there name us. */
const namesItself = ({ settings: { robots } }: Server) => robots !== "names-us";

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
  if (!(IN_NODEINFO.has(server.software) ? namesItself(server) : welcomes(server))) return false;
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
const IN_NODEINFO: ReadonlySet<Server["software"]> = new Set(["pleroma", "akkoma"]);
const PROBED: ReadonlySet<Server["software"]> = new Set(["mastodon"]);
/** These show whether they heard of a move: by `moved` on the old account, or by their own lists of both accounts. */
const TELLS_OF_MOVES: ReadonlySet<Server["software"]> = new Set(["mastodon", "hollo", "misskey", "sharkey"]);

const KEEPS_TO_ITSELF: ReadonlySet<Server["software"]> = new Set(["misskey", "sharkey"]);
const nodeinfo = (server: Server) => (namesItself(server) ? `nodeinfo of ${server.host}` : undefined);
const list = (world: WorldState, server: Server, about: Server) =>
  publishes(server, about, world) ? `list of ${server.host}` : undefined;
const lookup = (server: Server) => (readable(server) ? `lookup at ${server.host}` : undefined);
const notice = (server: Server) => (TELLS_OF_MOVES.has(server.software) ? lookup(server) : undefined);
/** Signatures are for those whose key can be fetched, and closed doors stay closed to the others. */
const actor = (server: Server) => (server.settings.secure || !welcomes(server) ? undefined : `actor at ${server.host}`);
const webfinger = (server: Server) => (namesItself(server) ? `webfinger of ${server.host}` : undefined);
/** Collections of documents stay open on a Mastodon that closed its client API. */
const showsCollections = ({ software, settings }: Server) =>
  software === "mastodon" && !settings.secure && !settings.limited;
const followersThere = (server: Server) => (readable(server) ? `followers as ${server.host} knows them` : undefined);

/** Something tells that no block of the new server is behind it: its list, its database, or the name among its peers. */
const isOpenToNew = (world: WorldState, server: Server) =>
  publishes(server, world.target.server, world) ||
  server.ofNew.known ||
  (server.settings.peers && hasMetNew(world, server) && !rowFor(server, world.target.server.host));

const BOTH = "the two accounts";

const SHOWS: Readonly<Record<string, Eye>> = {
  here: ({ target }, { server }) =>
    target.about?.hidesLists
      ? undefined
      : API_IS_OPEN[target.server.software](target.server) || showsCollections(target.server)
        ? "the new list"
        : followersThere(server),
  "here-under-new-name": (_, { server }) => lookup(server),
  "server-gone": (_, { server }) => `silence of ${server.host}`,
  "account-gone": (_, { server, fate }) =>
    lookup(server) ?? (fate === "deleted" ? webfinger(server) : undefined) ?? actor(server),
  "moved-on": (_, { server }) => lookup(server) ?? actor(server),
  "new-server-blocked": (world, { server }) => list(world, server, world.target.server),
  "new-account-suspended": (_, { server }) => (PROBED.has(server.software) ? lookup(server) : undefined),
  "blocked-by-new-server": (world, { server }) => list(world, world.target.server, server),
  "closed-federation": ({ target }, { server }) =>
    server.settings.limited || target.server.settings.limited ? `instance of ${server.host}` : undefined,
  "new-server-given-up": (world, { server }) => list(world, server, world.target.server),
  "old-server-blocked": (world, { server }) =>
    list(world, server, world.old.server) ?? (PROBED.has(server.software) ? lookup(server) : undefined),
  "old-account-suspended": (_, { server }) => (PROBED.has(server.software) ? lookup(server) : undefined),
  "blocked-by-old-server": (world, { server }) => list(world, world.old.server, server),
  // Once the move was carried out nobody of that server follows the old account: that says nothing of one person.
  ghost: ({ target }, { server }) =>
    server.ofOld.moved && target.about?.hidesLists ? undefined : followersThere(server),
  "software-ignores-move": (_, { server }) => (server.software === "unheard-of" ? undefined : nodeinfo(server)),
  "no-moved-to": (_, { server }) => nodeinfo(server),
  "waiting-for-approval": (world, { server }) =>
    world.target.about?.locked ? "the new account" : list(world, world.target.server, server),
  // Misskey would have to be asked to look the account up, which changes something there.
  "accepted-not-done": (_, { server }) => (KEEPS_TO_ITSELF.has(server.software) ? undefined : followersThere(server)),
  "notice-lost": (world, { server }) => (isOpenToNew(world, server) ? notice(server) : undefined),
  "new-account-unverifiable": () => BOTH,
  "moved-elsewhere": () => BOTH,
  "move-not-started": () => BOTH,
  "alias-missing": () => BOTH,
  "redirect-only": () => BOTH,
  "new-account-redirects": () => BOTH,
  "new-account-gone": () => BOTH,
};
