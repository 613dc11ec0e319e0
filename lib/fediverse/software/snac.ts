import type { Adapter } from "../question/adapter.ts";
import { accountByLookup, followersById, homeByLookup, instanceV1 } from "./mastodon-api.ts";

const dialect = { showsMoved: false };

/** Says zero followers, an empty list and no peers of an account that hides them, and hides them by default. */
export const snac: Adapter = {
  id: "snac",
  ...dialect,
  emptyHides: true,
  nameIn: /^\/([^/]+)$/,
  account: accountByLookup(dialect),
  followers: followersById(dialect),
  home: homeByLookup,
  instance: instanceV1,
};
