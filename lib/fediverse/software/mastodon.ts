import { byLinkAlone, FULL_PAGE } from "../follower-list/paging.ts";
import type { Adapter } from "../question/adapter.ts";
import { domainBlocks } from "./domain-blocks.ts";
import {
  accountByLookup,
  accountsByKey,
  followersById,
  followingById,
  homeByLookup,
  instanceV2,
  peerSearch,
  peers,
  sightByLookup,
  viewById,
} from "./mastodon-api.ts";
import { ownBlocksOfMastodon } from "./own-blocks.ts";
import {
  acceptByKey,
  fetchBySearch,
  missingBySearch,
  relationByKey,
  requestsByLink,
  resolveBySearch,
} from "./signed-in.ts";

const dialect = { showsMoved: true };

/** Mastodon and its forks, which give their name as `mastodon` or their own and answer alike. */
export const mastodon: Adapter = {
  id: "mastodon",
  ...dialect,
  account: accountByLookup(dialect),
  followers: { ...followersById(dialect), splits: true, next: byLinkAlone(FULL_PAGE) },
  following: { ...followingById(dialect), splits: true, next: byLinkAlone(FULL_PAGE) },
  home: homeByLookup,
  atHome: accountsByKey,
  // ActivityPub::TagManager; accounts made on 4.5 and newer have a number instead.
  nameIn: /^\/users\/([^/]+)$/,
  keepsNames: true,
  sight: sightByLookup(dialect),
  view: { ...viewById(dialect), next: byLinkAlone(FULL_PAGE) },
  viewKey: sightByLookup(dialect),
  blocks: [domainBlocks("mastodon")],
  peers,
  peerSearch,
  instance: instanceV2,
  signedIn: {
    followers: { ...followersById(dialect), next: byLinkAlone(FULL_PAGE) },
    requests: requestsByLink(dialect),
    accept: acceptByKey,
    showsBlocks: true,
    own: ownBlocksOfMastodon(dialect),
    resolve: resolveBySearch(dialect),
    relation: relationByKey,
    missing: missingBySearch,
    fetch: fetchBySearch(dialect),
  },
};
