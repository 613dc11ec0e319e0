import { hash } from "../../make/hash.ts";
import type { Account, Server, WorldState } from "../../model.ts";
import { shortIdOn } from "../common/accounts.ts";
import { movedAsSeenFrom } from "../common/actor.ts";
import { followersOf } from "../common/lists.ts";
import { pageOf, siteOf, uriOf } from "../common/uris.ts";

/** A user as Misskey packs it in detail. `movedTo` is a number of its own database, not an address. */
export function userJson(world: WorldState, viewer: Server, account: Account): Readonly<Record<string, unknown>> {
  const own = account.server === viewer;
  const moved = movedAsSeenFrom(world, viewer, account);
  return {
    id: shortIdOn(viewer, account),
    name: account.about?.display ?? null,
    username: account.user,
    host: own ? null : account.server.host,
    avatarUrl: `${siteOf(viewer)}/identicon/${account.user}@${account.server.host}`,
    avatarBlurhash: null,
    avatarDecorations: [],
    isBot: account.about?.bot ?? false,
    isCat: false,
    emojis: {},
    ...(own ? { badgeRoles: [] } : {}),
    ...(own ? {} : { instance: instanceOf(account.server) }),
    onlineStatus: "unknown",
    url: own ? null : pageOf(account),
    uri: own ? null : uriOf(account),
    movedTo: moved ? shortIdOn(viewer, moved) : null,
    alsoKnownAs: aliasIds(world, viewer, account),
    createdAt: "2022-11-01T00:00:00.000Z",
    updatedAt: null,
    lastFetchedAt: own ? null : "2026-01-01T00:00:00.000Z",
    bannerUrl: null,
    bannerBlurhash: null,
    isLocked: account.about?.locked ?? false,
    isSilenced: false,
    isSuspended: false,
    description: account.about?.note ?? null,
    location: null,
    birthday: null,
    lang: null,
    verifiedLinks: [],
    fields: Object.entries(account.about?.fields ?? {}).map(([name, value]) => ({ name, value })),
    followersCount: countFollowers(world, viewer, account),
    followingCount: hash(`following ${account.user}`) % 300,
    notesCount: hash(`posts ${account.user}`) % 3000,
    pinnedNoteIds: [],
    pinnedNotes: [],
    pinnedPageId: null,
    pinnedPage: null,
    publicReactions: own,
    followersVisibility: account.about?.hidesLists ? "private" : "public",
    followingVisibility: "public",
    roles: [],
    memo: null,
  };
}

const instanceOf = (server: Server) => ({
  name: server.host,
  softwareName: server.software,
  softwareVersion: server.version,
  iconUrl: null,
  faviconUrl: null,
  themeColor: null,
});

/** Aliases it has met as ids, the others as holes. */
function aliasIds(world: WorldState, viewer: Server, account: Account): readonly (string | null)[] | null {
  if (account !== world.target || !world.alias) return null;
  return [viewer.ofOld.known ? shortIdOn(viewer, world.old) : null];
}

/** Counts of accounts elsewhere are only a hint: 0 stands over a list with people in it. */
const countFollowers = (world: WorldState, viewer: Server, account: Account) =>
  account.server === viewer ? followersOf(world, viewer, account).length : 0;
