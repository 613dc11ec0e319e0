import { hash } from "../../make/hash.ts";
import type { Account, Server, WorldState } from "../../model.ts";
import { idOn } from "../common/accounts.ts";
import { movedAsSeenFrom } from "../common/actor.ts";
import { followersOf } from "../common/lists.ts";
import { pageOf, siteOf, uriOf } from "../common/uris.ts";
import { rowFor } from "../matching.ts";
import { isFrom } from "./lines.ts";
import { nameOn } from "./stale-names.ts";

/** The Account entity, as this server shows it to strangers. */
export function accountJson(world: WorldState, viewer: Server, account: Account): Readonly<Record<string, unknown>> {
  const moved = movedAsSeenFrom(world, viewer, account);
  if (isSuspended(world, viewer, account)) return { ...blank(viewer, account), suspended: true };
  return {
    ...filled(world, viewer, account),
    ...(moved ? { moved: filled(world, viewer, moved) } : {}),
    ...(isLimited(viewer, account) ? { limited: true } : {}),
    ...(account.fate === "memorial" ? { memorial: true } : {}),
  };
}

export function isSuspended(world: WorldState, viewer: Server, account: Account): boolean {
  if (account.server === viewer) return account.fate === "deleted" || account.fate === "suspended";
  if (account.fate === "suspended" && !account.about?.newsStayedHome) return true; // the home told everybody
  if (account === world.old) return viewer.ofOld.suspended;
  return account === world.target && viewer.ofNew.suspended;
}

const isLimited = (viewer: Server, account: Account) =>
  account.server !== viewer && rowFor(viewer, account.server.host)?.severity === "silence";

/** A suspended account keeps its name and loses everything that says who it is. */
const blank = (viewer: Server, account: Account) => ({
  ...frame(viewer, account),
  ...NOTHING,
  ...(account.server === viewer ? { noindex: false, roles: [] } : {}),
});

function filled(world: WorldState, viewer: Server, account: Account): Readonly<Record<string, unknown>> {
  const { about } = account;
  return {
    ...frame(viewer, account),
    display_name: about?.display ?? "",
    locked: about?.locked ?? false,
    bot: about?.bot ?? false,
    note: about?.note ? `<p>${about.note}</p>` : "",
    followers_count: about?.counts?.followers ?? countFollowers(world, viewer, account),
    following_count: hash(`following ${account.user}`) % 500,
    statuses_count: hash(`posts ${account.user}`) % 5000,
    last_status_at: lastPost(world, account),
    hide_collections: about?.hidesLists ?? false,
    fields: Object.entries(about?.fields ?? {}).map(([name, value]) => ({ name, value, verified_at: null })),
    ...(account.server === viewer ? { noindex: about?.noindex ?? false, roles: [] } : {}),
    ...(about?.mailsPosts !== undefined && isFrom(viewer, 4, 6) ? { email_subscriptions: about.mailsPosts } : {}),
  };
}

const NOTHING = {
  display_name: "",
  locked: false,
  bot: false,
  note: "",
  followers_count: 0,
  following_count: 0,
  statuses_count: 0,
  last_status_at: null,
  hide_collections: null,
  discoverable: false,
  fields: [],
};

const frame = (viewer: Server, account: Account) => ({
  id: idOn(viewer, account),
  ...nameOn(viewer, account),
  discoverable: true,
  indexable: false,
  group: false,
  created_at: "2022-11-01T00:00:00.000Z",
  url: pageOf(account),
  uri: uriOf(account),
  ...pictures(viewer, account),
  ...(isFrom(viewer, 4, 6) ? SINCE_4_6 : {}),
  emojis: [],
});

const SINCE_4_6 = {
  show_media: true,
  show_media_replies: true,
  show_featured: true,
  feature_approval: { automatic: [], manual: [], current_user: "denied" },
};

function pictures(viewer: Server, account: Account) {
  const avatar = `${siteOf(viewer)}/accounts/avatars/${idOn(viewer, account)}.png`;
  const header = `${siteOf(viewer)}/headers/original/missing.png`;
  return {
    avatar,
    avatar_static: avatar,
    header,
    header_static: header,
    ...(isFrom(viewer, 4, 6) ? { avatar_description: "", header_description: "" } : {}),
  };
}

/** At home the length of the list; elsewhere a copy of it, as old as the last news from there. */
function countFollowers(world: WorldState, viewer: Server, account: Account): number {
  if (account !== world.old && account !== world.target) return hash(`followers ${account.user}`) % 800;
  if (account === world.old && viewer !== account.server && viewer.ofOld.followers !== undefined)
    return viewer.ofOld.followers;
  return followersOf(world, account.server, account).length;
}

/** An account that has moved cannot post any more. */
function lastPost(world: WorldState, account: Account): string {
  const silent = account === world.old ? (world.movedDaysAgo ?? 0) : 0;
  const days = account.about?.lastPostDaysAgo ?? silent + 1;
  return new Date(world.clock.now() - days * 86_400_000).toISOString().slice(0, 10);
}
