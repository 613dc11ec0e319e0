import type { Account } from "../../model.ts";
import { byId, homeOfHandle, idOn } from "../common/accounts.ts";
import { followersOf } from "../common/lists.ts";
import { error, json, type Reply } from "../common/reply.ts";
import type { Answerer, Routes, Scene } from "../common/routes.ts";
import { pageOf, uriOf } from "../common/uris.ts";
import { peopleBlockedBy, serversBlockedBy } from "../members/own-lists.ts";
import { linkedPage } from "../members/pages.ts";
import { letIn, waitingFor } from "../members/requests.ts";
import { askerOf } from "../oauth/desk.ts";
import { oauth } from "../oauth/index.ts";
import { refusedToken } from "../oauth/rights.ts";

type Linking = Parameters<typeof linkedPage>[2];
type OfAsker = (scene: Scene, asker: Account) => Reply;

const forAsker =
  (answer: OfAsker): Answerer =>
  (scene) => {
    const asker = askerOf(scene.world, scene.server, scene.asked);
    return refusedToken(scene) ?? (asker ? answer(scene, asker) : error(401, "Unauthenticated."));
  };

/** By its key; of somebody who hides the list, for nobody else. */
const ofAccount =
  (rows: (scene: Scene, account: Account) => readonly Account[], by: Linking): Answerer =>
  (scene, id = "") =>
    forAsker((_, asker) => {
      const account = byId(scene.world, scene.server, id);
      if (!account) return NOT_FOUND;
      return listed(scene, account.about?.hidesLists && account !== asker ? [] : rows(scene, account), by);
    })(scene);

const NOT_FOUND = error(404, "Record not found");

const listed = (scene: Scene, rows: readonly Account[], by: Linking): Reply => {
  const { page, headers } = linkedPage(scene, rows, by);
  return json(
    page.map((who) => accountJson(scene, who)),
    headers,
  );
};

const followers = ({ world, server }: Scene, account: Account) =>
  followersOf(world, server, account).map(({ who }) => who);
const following = ({ world }: Scene, { about }: Account) =>
  (about?.follows ?? []).flatMap((handle) => homeOfHandle(world, handle) ?? []);

const accountJson = ({ server }: Scene, account: Account) => ({
  id: idOn(server, account),
  username: account.user,
  acct: account.server === server ? account.user : `${account.user}@${account.server.host}`,
  display_name: account.about?.display ?? account.user,
  url: pageOf(account),
  // Pixelfed has no such field.
  ...(server.software === "pixelfed" ? {} : { uri: uriOf(account) }),
  source: { privacy: "public", sensitive: false, language: null },
});

/** Signing in as Mastodon has it, and the one question that says whose token it is. */
const letsAppsIn: Routes = {
  ...oauth,
  "GET /api/v1/accounts/verify_credentials": forAsker((scene, asker) => json(accountJson(scene, asker))),
};

/** The page that follows is called the one before. */
const BACKWARDS: Linking = { usual: 10, most: 80, place: "cursor", names: ["prev", "next"] };
const MOST_REQUESTS = 100;

export const pixelfedsOwn: Routes = {
  ...letsAppsIn,
  "GET /api/v1/accounts/:id/followers": ofAccount(followers, BACKWARDS),
  "GET /api/v1/accounts/:id/following": ofAccount(following, BACKWARDS),
  // No second page.
  "GET /api/v1/follow_requests": forAsker((scene, asker) => {
    const most = Math.min(Number(scene.asked.query.get("limit") ?? 40), MOST_REQUESTS);
    return json(
      waitingFor(scene.world, asker)
        .slice(0, most)
        .map((who) => accountJson(scene, who)),
    );
  }),
  "POST /api/v1/follow_requests/:id/authorize": (scene, id = "") =>
    forAsker(({ world, server }, asker) =>
      letIn(world, asker, byId(world, server, id)) ? json({ id, followed_by: true }) : NOT_FOUND,
    )(scene),
  "GET /api/v1/blocks": forAsker((scene, asker) =>
    listed(scene, peopleBlockedBy(scene.world, asker), { most: 80, place: "page" }),
  ),
  "GET /api/v1/domain_blocks": forAsker((scene, asker) => {
    const by = { usual: 100, most: 200, place: "cursor" };
    const { page, headers } = linkedPage(scene, serversBlockedBy(asker), by);
    return json(page, headers);
  }),
};

/** Names a next page behind the last one too. */
const FRIENDICAS: Linking = { most: 1000, always: true };

export const friendicasOwn: Routes = {
  ...letsAppsIn,
  "GET /api/v1/accounts/:id/followers": ofAccount(followers, FRIENDICAS),
  "GET /api/v1/accounts/:id/following": ofAccount(following, FRIENDICAS),
  "GET /api/v1/follow_requests": forAsker((scene, asker) => listed(scene, waitingFor(scene.world, asker), FRIENDICAS)),
  "GET /api/v1/blocks": forAsker((scene, asker) => listed(scene, peopleBlockedBy(scene.world, asker), FRIENDICAS)),
};
