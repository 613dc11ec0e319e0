import type { Account, Server, WorldState } from "../model.ts";
import { hasMetNew } from "../software/common/met.ts";
import { lacks, rowFor } from "../software/matching.ts";
import { RULES } from "../software/rules.ts";

/** The public answer that shows why somebody is missing; nothing where no stranger can see it. */
export function shownBy(world: WorldState, who: Account, cause: string): string | undefined {
  return SHOWS[cause]?.(world, who);
}

type Eye = (world: WorldState, who: Account) => string | undefined;

const readable = (world: WorldState, server: Server) => welcomes(world, server) && API_IS_OPEN[server.software](server);
/**
 * What robots.txt says to crawlers keeps a stranger with manners from a follower's server, but for the documents by which
 * servers know each other. On the mover's own servers it binds crawlers alone. A crawler that is named stays out everywhere.
 */
const welcomes = ({ old, target }: WorldState, server: Server) =>
  namesItself(server) && (server === old.server || server === target.server || !closesItsApi(server));
const namesItself = ({ settings: { robots } }: Server) => robots !== "names-us";
const CLOSED_AS_SHIPPED: ReadonlySet<Server["software"]> = new Set(["gotosocial", "snac"]);
const closesItsApi = ({ settings: { robots }, software }: Server) =>
  robots === "stock" ? CLOSED_AS_SHIPPED.has(software) : robots !== "none";

const never = () => false;
const always = () => true;
const unlessClosed = ({ settings }: Server) => !settings.closedApi && !settings.limited;

/** Whether strangers can ask a server about single accounts. */
const API_IS_OPEN: Readonly<Record<Server["software"], (server: Server) => boolean>> = {
  mastodon: unlessClosed,
  misskey: always,
  sharkey: always,
  cherrypick: always,
  pleroma: unlessClosed,
  akkoma: unlessClosed,
  hollo: always,
  gotosocial: never,
  friendica: never,
  "iceshrimp.net": always,
  lemmy: never,
  peertube: never,
  pixelfed: never,
  snac: never,
  wordpress: never,
  takahe: never,
  bookwyrm: never,
  "bridgy-fed": never,
  ghost: never,
  "unheard-of": never,
};

/** Whether strangers can read that a server blocks this one. Misskey tells about hosts it has met, and no others. */
const publishes = (server: Server, about: Server, world: WorldState) => {
  if (UNLISTED.has(server.software)) return false;
  if (!(IN_NODEINFO.has(server.software) ? namesItself(server) : welcomes(world, server))) return false;
  if (!MISSKEYS.has(server.software)) return server.settings.list === "public";
  return about === world.target.server ? hasMetNew(world, server) : about === world.old.server && server.ofOld.known;
};
const UNLISTED: ReadonlySet<Server["software"]> = new Set([
  "hollo",
  "iceshrimp.net",
  "pixelfed",
  "snac",
  "wordpress",
  "takahe",
  "bookwyrm",
  "bridgy-fed",
  "ghost",
  "unheard-of",
]);
const IN_NODEINFO: ReadonlySet<Server["software"]> = new Set(["pleroma", "akkoma"]);
const MISSKEYS: ReadonlySet<Server["software"]> = new Set(["misskey", "sharkey", "cherrypick"]);
const PROBED: ReadonlySet<Server["software"]> = new Set(["mastodon"]);
/** These show whether they heard of a move: by `moved` on the old account, or by their own lists of both accounts. */
const TELLS_OF_MOVES: ReadonlySet<Server["software"]> = new Set(["mastodon", "hollo", ...MISSKEYS]);

const nodeinfo = (server: Server) => (namesItself(server) ? `nodeinfo of ${server.host}` : undefined);
const list = (world: WorldState, server: Server, about: Server) =>
  publishes(server, about, world) ? `list of ${server.host}` : undefined;
const lookup = (world: WorldState, server: Server) =>
  readable(world, server) ? `lookup at ${server.host}` : undefined;
const notice = (world: WorldState, server: Server) =>
  TELLS_OF_MOVES.has(server.software) ? lookup(world, server) : undefined;
const probe = (world: WorldState, server: Server) => (PROBED.has(server.software) ? lookup(world, server) : undefined);
/** Signatures are for those whose key can be fetched, and closed doors stay closed to the others. */
const actor = (server: Server) => {
  if (!namesItself(server) || server.settings.secure) return undefined;
  return RULES[server.software].signedOnly ? `profile page at ${server.host}` : `actor at ${server.host}`;
};
const webfinger = (server: Server) => (namesItself(server) ? `webfinger of ${server.host}` : undefined);
/** A deleted account's name is gone too, but for software that goes on showing it. */
const nameGone = (server: Server, fate: Account["fate"]) =>
  fate === "deleted" && !RULES[server.software].signedOnly ? webfinger(server) : undefined;
/** Collections of documents stay open on a Mastodon that closed its client API. */
const showsCollections = ({ software, settings }: Server) =>
  software === "mastodon" && !settings.secure && !settings.limited;
const followersThere = (world: WorldState, server: Server) =>
  readable(world, server) ? `followers as ${server.host} knows them` : undefined;

/** Where a server says with whom it federates. */
function circleOf(world: WorldState, server: Server): string | undefined {
  const { settings, host, software } = server;
  if (IN_NODEINFO.has(software)) return settings.list === "public" ? nodeinfo(server) : undefined;
  if (!settings.limited || !welcomes(world, server)) return undefined;
  if (software === "gotosocial") return settings.allowList === "public" ? `allows of ${host}` : undefined;
  return MISSKEYS.has(software) ? `meta of ${host}` : `instance of ${host}`;
}

/** Something tells that no block of the new server is behind it: its list, its database, or the name among its peers. */
const isOpenToNew = (world: WorldState, server: Server) =>
  publishes(server, world.target.server, world) ||
  server.ofNew.known ||
  (server.settings.peers && hasMetNew(world, server) && !rowFor(server, world.target.server.host));

const BOTH = "the two accounts";

const SHOWS: Readonly<Record<string, Eye>> = {
  here: (world, { server }) => {
    const { about, server: home } = world.target;
    if (about?.hidesLists) return undefined;
    return API_IS_OPEN[home.software](home) || showsCollections(home) || home.software === "ghost"
      ? "the new list"
      : followersThere(world, server);
  },
  "here-under-new-name": (world, { server }) => lookup(world, server),
  "here-through-bridge": (_, { server }) => nodeinfo(server),
  "server-gone": (_, { server }) => `silence of ${server.host}`,
  "account-gone": (world, { server, fate }) => lookup(world, server) ?? nameGone(server, fate) ?? actor(server),
  "moved-on": (world, { server }) => lookup(world, server) ?? actor(server),
  "new-server-blocked": (world, { server }) => list(world, server, world.target.server),
  "new-account-suspended": (world, { server }) => probe(world, server),
  "blocked-by-new-server": (world, { server }) => list(world, world.target.server, server),
  "closed-federation": (world, { server }) =>
    (lacks(server, world.target.server) ? circleOf(world, server) : undefined) ??
    (lacks(world.target.server, server) ? circleOf(world, world.target.server) : undefined),
  "new-server-given-up": (world, { server }) => list(world, server, world.target.server),
  "old-server-blocked": (world, { server }) => list(world, server, world.old.server) ?? probe(world, server),
  "old-account-suspended": (world, { server }) => probe(world, server),
  "blocked-by-old-server": (world, { server }) => list(world, world.old.server, server),
  // Once the move was carried out nobody of that server follows the old account: that says nothing of one person.
  ghost: (world, { server }) =>
    server.ofOld.moved && world.target.about?.hidesLists ? undefined : followersThere(world, server),
  "software-ignores-move": (_, { server }) => (server.software === "unheard-of" ? undefined : nodeinfo(server)),
  "no-moved-to": (_, { server }) => nodeinfo(server),
  "waiting-for-approval": (world, { server }) =>
    world.target.about?.locked ? "the new account" : list(world, world.target.server, server),
  // Elsewhere Misskey would have to be asked to look the account up, which changes something there.
  "accepted-not-done": (world, { server }) => {
    if (server === world.target.server && RULES[server.software].losesOwnPeople) return nodeinfo(server);
    // Without "moved" there, only an open door shows that the news was read and not believed.
    const told = server.ofOld.moved || isOpenToNew(world, server);
    return MISSKEYS.has(server.software) || !told ? undefined : followersThere(world, server);
  },
  "notice-lost": (world, { server }) => (isOpenToNew(world, server) ? notice(world, server) : undefined),
  "new-account-unverifiable": () => BOTH,
  "moved-elsewhere": () => BOTH,
  "move-not-started": () => BOTH,
  "alias-missing": () => BOTH,
  "redirect-only": () => BOTH,
  "new-account-redirects": () => BOTH,
  "new-account-gone": () => BOTH,
};
