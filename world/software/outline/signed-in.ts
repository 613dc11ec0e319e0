import type { Account } from "../../model.ts";
import { idOn } from "../common/accounts.ts";
import { error, json } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { pageOf, uriOf } from "../common/uris.ts";
import { askerOf } from "../oauth/desk.ts";
import { oauth } from "../oauth/index.ts";
import { refusedToken } from "../oauth/rights.ts";

/** Signing in as Mastodon has it, and the one question that says whose token it is. */
export const letsAppsIn: Routes = {
  ...oauth,
  "GET /api/v1/accounts/verify_credentials": (scene) => {
    const asker = askerOf(scene.world, scene.server, scene.asked);
    return refusedToken(scene) ?? (asker ? json(credentials(scene, asker)) : error(401, "Unauthenticated."));
  },
};

const credentials = ({ server }: Scene, account: Account) => ({
  id: idOn(server, account),
  username: account.user,
  acct: account.user,
  display_name: account.about?.display ?? account.user,
  url: pageOf(account),
  // Pixelfed has no such field.
  ...(server.software === "pixelfed" ? {} : { uri: uriOf(account) }),
  source: { privacy: "public", sensitive: false, language: null },
});
