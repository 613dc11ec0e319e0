import type { Adapter } from "../question/adapter.ts";
import { accountByLookup, followersById, followingById, homeByLookup, instanceV1 } from "./mastodon-api.ts";

const silentOnMoves = { showsMoved: false };

/** Mastodon's API in its own hand. Its blocks are for admins, and `moved` is a field it never fills. */
export const iceshrimpNet: Adapter = {
  family: "iceshrimp-net",
  software: ["iceshrimp.net"],
  ...silentOnMoves,
  emptyHides: true,
  account: accountByLookup(silentOnMoves),
  followers: followersById(silentOnMoves, 40),
  following: followingById(silentOnMoves, 40),
  home: homeByLookup,
};

/** Says zero followers, an empty list and no peers of whoever hides them, and hides them by default. */
export const snac: Adapter = {
  family: "snac",
  software: ["snac", "snac2"],
  ...silentOnMoves,
  emptyHides: true,
  account: accountByLookup(silentOnMoves),
  followers: followersById(silentOnMoves),
  home: homeByLookup,
  instance: instanceV1,
};

/**
 * Software that publishes no block list and answers strangers by ActivityPub alone. Named here so that nobody is asked
 * for what he does not have.
 */
export const bare: Adapter = {
  family: "bare",
  software: [
    ...["pixelfed", "loops", "wordpress", "writefreely", "ghost", "takahe", "bookwyrm", "nodebb", "owncast"],
    ...["funkwhale", "castopod", "mobilizon", "hubzilla", "streams", "forte", "threads", "flipboard", "bridgy-fed"],
  ],
  ...silentOnMoves,
};
