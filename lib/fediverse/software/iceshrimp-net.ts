import type { Adapter } from "../question/adapter.ts";
import { accountByLookup, followersById, followingById, homeByLookup } from "./mastodon-api.ts";
import { ownPeople } from "./own-blocks.ts";
import { acceptOrPass, requestsByLink } from "./signed-in.ts";

const dialect = { showsMoved: false };
const PAGE = 40;

/** Mastodon's API in its own hand. Its blocks are for admins, and `moved` is a field it never fills. */
export const iceshrimpNet: Adapter = {
  id: "iceshrimp-net",
  ...dialect,
  emptyHides: true,
  account: accountByLookup(dialect),
  followers: followersById(dialect, PAGE),
  following: followingById(dialect, PAGE),
  home: homeByLookup,
  signedIn: {
    followers: followersById(dialect, PAGE),
    requests: requestsByLink(dialect, PAGE),
    accept: acceptOrPass,
    own: { people: ownPeople(dialect, { limit: PAGE }) },
  },
};
