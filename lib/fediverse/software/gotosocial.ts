import type { Adapter } from "../question/adapter.ts";
import { domainAllows, domainBlocks } from "./domain-blocks.ts";
import { followersById, followingById, instanceV2, peers } from "./mastodon-api.ts";
import { ownPeople } from "./own-blocks.ts";
import { acceptByKey, findsBySearch, relationByKey, requestsByLink } from "./signed-in.ts";

const dialect = { showsMoved: true };

/**
 * Shows an unsigned stranger its block list and its peers where the admin opened them, and nothing of people: accounts
 * and lists are read from actors and collections, which it wants signed requests for.
 */
export const gotosocial: Adapter = {
  id: "gotosocial",
  // Its actors do; its API says nothing to strangers at all.
  showsMoved: true,
  nameIn: /^\/users\/([^/]+)$/,
  emptyNameIsNoSign: true,
  blocks: [domainBlocks("gotosocial")],
  allows: domainAllows,
  peers,
  instance: instanceV2,
  signedIn: {
    followers: followersById(dialect),
    following: followingById(dialect),
    requests: requestsByLink(dialect),
    accept: acceptByKey,
    finds: findsBySearch(dialect),
    relation: relationByKey,
    showsBlocks: true,
    own: { people: ownPeople(dialect) },
  },
};
