import { byLink } from "../follower-list/paging.ts";
import type { Adapter, Next, PageAnswer } from "../question/adapter.ts";
import {
  accountByLookup,
  followersById,
  followingById,
  homeByLookup,
  instanceV1,
  sightByLookup,
  viewById,
} from "./mastodon-api.ts";
import { ownPeople, ownServersOfPleroma } from "./own-blocks.ts";
import { federationInNodeInfo } from "./pleroma-federation.ts";
import { acceptByKey, requestsByLink } from "./signed-in.ts";

/** Shows no `moved` anywhere, so nothing of it ever says "not moved". */
const dialect = { showsMoved: false };
const PAGE = 40;

/** Pages with a link in newer versions; older ones give all at once, whatever is asked for, and name no page before it. */
const linkedOrWhole = (answer: PageAnswer): Next => (answer.headers.link ? byLink(PAGE)(answer) : "end");

/**
 * Pleroma and what came of it: Mastodon's API over lists of their own. A remote account is shown whether or not its
 * server is blocked, so there is no sight to conclude from.
 */
export const pleromaLike = (id: "pleroma" | "akkoma"): Adapter => ({
  id,
  ...dialect,
  account: accountByLookup(dialect),
  followers: followersById(dialect, PAGE),
  following: followingById(dialect, PAGE),
  home: homeByLookup,
  nameIn: /^\/users\/([^/]+)$/,
  view: viewById(dialect, PAGE),
  viewKey: sightByLookup(dialect),
  blocksInNodeInfo: federationInNodeInfo(id),
  instance: instanceV1,
  signedIn: {
    followers: followersById(dialect, PAGE),
    requests: { ...requestsByLink(dialect, PAGE), next: linkedOrWhole },
    accept: acceptByKey,
    own: {
      people: ownPeople(dialect, { limit: PAGE }),
      servers: ownServersOfPleroma(id === "pleroma"),
      maySpare: true,
    },
  },
});

export const pleroma = pleromaLike("pleroma");
