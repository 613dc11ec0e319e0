import type { Account } from "../../model.ts";
import { byId, idOn } from "../common/accounts.ts";
import { empty, error, json, type Reply } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { pageOf, siteOf, uriOf } from "../common/uris.ts";
import { letIn, waitingFor } from "../members/requests.ts";
import { askerOf } from "../oauth/desk.ts";
import { accountJson } from "./account.ts";
import { isFrom } from "./lines.ts";
import { notifications, ownBlocks, ownDomainBlocks } from "./own-blocks.ts";
import { search, searchAll } from "./resolve.ts";

const MOST = 80;
const USUAL = 40;
const NO_TOKEN = error(401, "This method requires an authenticated user");
const NOT_FOUND = error(404, "Record not found");
const PRIVATE = { "cache-control": "private, no-store", vary: "Authorization, Origin" };

/** What a Mastodon tells and does for its own people alone. */
export const forItsPeople: Routes = {
  "GET /api/v1/accounts/verify_credentials": forAsker((scene, asker) => json(credentials(scene, asker), PRIVATE)),
  "GET /oauth/userinfo": forAsker((scene, asker) =>
    isFrom(scene.server, 4, 4) ? json(userinfo(asker), PRIVATE) : empty(404),
  ),
  "GET /api/v1/accounts/search": forAsker((scene) => search(scene)),
  "GET /api/v1/accounts/relationships": forAsker(relationships),
  "GET /api/v1/domain_blocks": forAsker(ownDomainBlocks),
  "GET /api/v1/blocks": forAsker(ownBlocks),
  "GET /api/v1/notifications": forAsker(notifications),
  "GET /api/v2/search": forAsker((scene) => searchAll(scene)),
  "GET /api/v1/follow_requests": forAsker(requests),
  "POST /api/v1/follow_requests/:id/authorize": (scene, id = "") => accept(scene, id),
};

function forAsker(answer: (scene: Scene, asker: Account) => Reply) {
  return (scene: Scene): Reply => {
    const asker = askerOf(scene.world, scene.server, scene.asked);
    return asker ? answer(scene, asker) : NO_TOKEN;
  };
}

/** The count stops at forty, however many wait. */
const credentials = ({ world, server }: Scene, asker: Account) => ({
  ...accountJson(world, server, asker),
  source: { follow_requests_count: Math.min(40, waitingFor(world, asker).length) },
});

const userinfo = (asker: Account) => ({
  iss: `${siteOf(asker.server)}/`,
  sub: uriOf(asker),
  name: asker.about?.display ?? "",
  preferred_username: asker.user,
  profile: pageOf(asker),
});

/** Rows are accounts, and pages go by the numbers of the requests, which stand in the header alone. */
function requests({ world, server, asked }: Scene, asker: Account): Reply {
  const limit = Math.min(Number(asked.query.get("limit")) || USUAL, MOST);
  const before = Number(asked.query.get("max_id") ?? Number.POSITIVE_INFINITY);
  const page = waitingFor(world, asker)
    .filter(({ index }) => index + 1 < before)
    .slice(0, limit);
  const [first, last] = [page[0], page.at(-1)];
  const body = page.map((who) => accountJson(world, server, who));
  if (!first || !last) return json(body, PRIVATE);
  const site = `${siteOf(server)}/api/v1/follow_requests?limit=${limit}`;
  const next = page.length === limit ? [`<${site}&max_id=${last.index + 1}>; rel="next"`] : [];
  return json(body, { ...PRIVATE, link: [...next, `<${site}&since_id=${first.index + 1}>; rel="prev"`].join(", ") });
}

/** How the asker stands to accounts by their keys; one that is not known here, and was never looked up, is left out. */
export function relationships({ world, server, asked }: Scene, asker: Account): Reply {
  const ids = [...asked.query.getAll("id[]"), ...asked.query.getAll("id")];
  const rows = ids.flatMap((id) => {
    const account = id === idOn(server, world.target) ? world.target : byId(world, server, id);
    return account ? [relationTo(id, account === world.target ? asker.atNew : "no")] : [];
  });
  return json(rows, PRIVATE);
}

/** As a 4.6.5 answers, in its order. */
const relationTo = (id: string, follow: Account["atNew"]) => ({
  ...{ id, following: follow === "yes", showing_reblogs: follow === "yes", notifying: false, languages: null },
  ...{ followed_by: false, blocking: false, blocked_by: false, muting: false, muting_notifications: false },
  ...{ muting_expires_at: null, requested: follow === "requested", requested_by: false },
  ...{ domain_blocking: false, endorsed: false, note: "" },
});

function accept({ world, server, asked }: Scene, id: string): Reply {
  const asker = askerOf(world, server, asked);
  if (!asker) return NO_TOKEN;
  if (!letIn(world, asker, byId(world, server, id))) return NOT_FOUND;
  return json({ id, following: false, followed_by: true, requested: false, requested_by: false }, PRIVATE);
}
