import { hash } from "../../make/hash.ts";
import type { Account, Server, WorldState } from "../../model.ts";
import { idOn } from "../common/accounts.ts";
import { followersOf } from "../common/lists.ts";
import { pageOf, uriOf } from "../common/uris.ts";

/** An account without `moved`: nobody learns from here where it has gone. */
export function accountJson(world: WorldState, viewer: Server, account: Account): Readonly<Record<string, unknown>> {
  const hides = account.about?.hidesLists ?? false;
  return {
    id: idOn(viewer, account),
    username: account.user,
    acct: account.server === viewer ? account.user : `${account.user}@${account.server.host}`,
    fqn: `${account.user}@${account.server.host}`,
    display_name: account.about?.display ?? account.user,
    locked: account.about?.locked ?? false,
    bot: account.about?.bot ?? false,
    created_at: "2022-11-01T00:00:00.000Z",
    note: account.about?.note ?? "",
    url: pageOf(account),
    avatar: `https://${viewer.web}/images/avi.png`,
    header: `https://${viewer.web}/images/banner.png`,
    followers_count: hides ? 0 : countFollowers(world, viewer, account),
    following_count: hash(`following ${account.user}`) % 300,
    statuses_count: hash(`posts ${account.user}`) % 3000,
    emojis: [],
    fields: Object.entries(account.about?.fields ?? {}).map(([name, value]) => ({ name, value })),
    pleroma: {
      ap_id: uriOf(account),
      also_known_as: account === world.target && world.alias ? [uriOf(world.old)] : [],
      hide_followers: hides,
      hide_followers_count: hides,
      is_moderator: false,
      is_admin: false,
      tags: [],
    },
  };
}

const countFollowers = (world: WorldState, viewer: Server, account: Account) =>
  account.server === viewer ? followersOf(world, viewer, account).length : 0;
