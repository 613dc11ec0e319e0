import type { Adapter } from "../question/adapter.ts";
import { domainBlocks } from "./domain-blocks.ts";
import { federatedInstances } from "./lemmy.ts";
import { accountByLookup, followersById, followingById } from "./mastodon-api.ts";
import { federationInNodeInfo } from "./pleroma-federation.ts";

const dialect = { showsMoved: false };

/**
 * Software nobody here has read. Mastodon's API is tried because so many speak it, then actors and collections; a
 * block list at each of the usual places, matched by the most cautious rule.
 */
export const generic: Adapter = {
  id: "generic",
  ...dialect,
  emptyHides: true,
  account: accountByLookup(dialect),
  followers: followersById(dialect),
  following: followingById(dialect),
  blocksInNodeInfo: federationInNodeInfo("pleroma"),
  blocks: [domainBlocks("mastodon"), federatedInstances("lemmy")],
};
