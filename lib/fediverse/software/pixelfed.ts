import { byLink, FULL_PAGE } from "../follower-list/paging.ts";
import type { Adapter, Next, OfAccount, PageAnswer, PagedQuestion } from "../question/adapter.ts";
import { followersById, followingById } from "./mastodon-api.ts";
import { ownPeople, ownServers } from "./own-blocks.ts";
import { acceptByKey, requestsByLink } from "./signed-in.ts";

const dialect = { showsMoved: false };
/** Of requests: it has no second page. */
const MOST = 100;

/** The page that follows is called the one before, and goes by a cursor. */
const backwards = (list: PagedQuestion<OfAccount>): PagedQuestion<OfAccount> => ({
  ...list,
  path: ({ at, ...of }) => `${list.path({ ...of, at: null })}${at === null ? "" : `&cursor=${encodeURIComponent(at)}`}`,
  next: byLink(FULL_PAGE, { place: "cursor", rel: "prev" }),
});

const onePage = ({ page }: PageAnswer): Next => (page.raw < MOST ? "end" : "broken");

/** Strangers learn single accounts by ActivityPub, and nothing of lists. Its own people are told more. */
export const pixelfed: Adapter = {
  id: "pixelfed",
  ...dialect,
  signedIn: {
    followers: backwards(followersById(dialect)),
    following: backwards(followingById(dialect)),
    requests: { ...requestsByLink(dialect, MOST), next: onePage },
    accept: acceptByKey,
    own: { people: ownPeople(dialect, { place: "page" }), servers: ownServers("actor") },
  },
};
