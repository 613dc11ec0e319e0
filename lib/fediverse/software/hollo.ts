import { inOnePage } from "../follower-list/paging.ts";
import type { Adapter } from "../question/adapter.ts";
import {
  accountByLookup,
  followersById,
  followingById,
  homeByLookup,
  instanceV2,
  sightByLookup,
  viewById,
} from "./mastodon-api.ts";
import { ownPeople } from "./own-blocks.ts";
import { acceptByKey, requestsByLink } from "./signed-in.ts";

const dialect = { showsMoved: true };

/** Mastodon's API, open to all, with whole lists in one answer; it blocks no servers. */
export const hollo: Adapter = {
  id: "hollo",
  ...dialect,
  account: accountByLookup(dialect),
  followers: { ...followersById(dialect), next: inOnePage },
  following: { ...followingById(dialect), next: inOnePage },
  home: homeByLookup,
  sight: sightByLookup(dialect),
  view: { ...viewById(dialect), next: inOnePage },
  viewKey: sightByLookup(dialect),
  viewNeverHidden: true,
  nameIn: /^\/@([^/@]+)$/,
  instance: instanceV2,
  signedIn: {
    followers: { ...followersById(dialect), next: inOnePage },
    requests: { ...requestsByLink(dialect), next: inOnePage },
    accept: acceptByKey,
    own: { people: ownPeople(dialect, { place: "until" }) },
  },
};
