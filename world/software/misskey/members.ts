import { isDown } from "../../faults/names.ts";
import type { Account } from "../../model.ts";
import { shortIdOn } from "../common/accounts.ts";
import { json, type Reply } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { pageOf, uriOf } from "../common/uris.ts";
import { isFrom } from "../mastodon/lines.ts";
import { shutsOut, shutsOutNames } from "../matching.ts";
import { tokenIn } from "../oauth/desk.ts";
import { userJson } from "./user.ts";
import { CACHE, meetAccount, NO_RIGHT, NO_TOKEN, refuse } from "./users.ts";

/** What it does for its own people: somebody looked up by address, and how they stand to an account. */
export const forItsPeople: Routes = {
  "POST /api/ap/show": (scene) => ofMember(scene, "read:account", () => show(scene)),
  "POST /api/users/relation": (scene) => ofMember(scene, undefined, (asker) => relation(scene, asker)),
};

function ofMember(scene: Scene, right: string | undefined, answer: (asker: Account) => Reply): Reply {
  const token = tokenIn(scene.world, scene.server, scene.asked);
  if (!token || token === "unknown" || token.revoked || !token.account) return NO_TOKEN;
  return right === undefined || token.scopes.includes(right) ? answer(token.account) : NO_RIGHT;
}

/** endpoints/ap/show.ts: since 2025.1 it tells why nobody is found; before, a host that is shut out has nobody there. */
function show({ world, server, asked }: Scene): Reply {
  const { uri = "" } = (asked.body ?? {}) as { readonly uri?: string };
  const host = URL.parse(uri)?.hostname;
  if (host === undefined) return refuse("URI_INVALID", "URI is invalid.", "1a5eab56");
  if (shutsOutNames(server, [host])) return isFrom(server, 2025, 1) ? NOT_ALLOWED : NO_SUCH_OBJECT;
  const account = world.people.find((one) => uriOf(one) === uri || pageOf(one) === uri);
  const home = account?.server;
  if (!account || !home || account.fate) return NO_SUCH_OBJECT;
  const refuses = home.settings.secure && shutsOut(home, server);
  if (isDown(home.fault) || refuses) return REQUEST_FAILED;
  meetAccount({ world, server }, account);
  return json({ type: "User", object: userJson(world, server, account) }, CACHE);
}

const NOT_ALLOWED = refuse("FEDERATION_NOT_ALLOWED", "Federation for this host is not allowed.", "974b799e");
const NO_SUCH_OBJECT = refuse("NO_SUCH_OBJECT", "No such object.", "dc94d745");
const REQUEST_FAILED = refuse("REQUEST_FAILED", "Request failed.", "81b539cf");

/** endpoints/users/relation.ts: about whom he blocks and mutes, too. */
function relation({ world, server, asked }: Scene, asker: Account): Reply {
  const { userId } = (asked.body ?? {}) as { readonly userId?: string };
  const isNew = userId === shortIdOn(server, world.target);
  return json(
    {
      ...{ id: userId, isFollowing: isNew && asker.saysNew === "yes", isFollowed: false },
      ...{ hasPendingFollowRequestFromYou: isNew && asker.saysNew === "requested" },
      ...{ hasPendingFollowRequestToYou: false, isBlocking: false, isBlocked: false, isMuted: false },
    },
    CACHE,
  );
}
