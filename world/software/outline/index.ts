import type { Account, Server } from "../../model.ts";
import { local } from "../common/accounts.ts";
import { actor } from "../common/actor.ts";
import { dressed, type Types } from "../common/dress.ts";
import { hostMeta } from "../common/host-meta.ts";
import { followersOf } from "../common/lists.ts";
import { nodeinfo } from "../common/nodeinfo.ts";
import { activity, empty, error, html, type Reply } from "../common/reply.ts";
import { robots } from "../common/robots.ts";
import { type Answerer, type Router, type Routes, router, type Scene } from "../common/routes.ts";
import { uriOf } from "../common/uris.ts";
import { type Extra, OF_PEOPLE_ALONE, USUAL, webfinger } from "../common/webfinger.ts";

export type Outline = {
  /** As it stands in NodeInfo, capitals and all. */
  readonly name: string;
  readonly nodeinfo?: string;
  readonly actor: string;
  readonly subscribe?: Extra;
  /** Its WebFinger knows people alone. */
  readonly knowsSite?: false;
  /** What it has that others have not. */
  readonly own?: Routes;
  /** Hides its followers by saying there are none. */
  readonly saysZero?: true;
  readonly types?: Types;
  /** What it says about a path it does not know. */
  readonly missing?: (server: Server) => Reply;
};

/** The part every kind of software has: it can be found, names itself, and shows single accounts. */
export function outline(kind: Outline): Router {
  const routes = router(
    {
      "GET /.well-known/webfinger": webfinger(kind.subscribe, kind.knowsSite === false ? OF_PEOPLE_ALONE : USUAL),
      "GET /.well-known/host-meta": hostMeta,
      "GET /robots.txt": robots,
      "GET /": ({ server }) => html(server.host),
      [`GET ${kind.actor}`]: shown(({ world }, account) => activity(actor(world, account))),
      [`GET ${kind.actor.replace(/\/$/, "")}/followers`]: shown((scene, account) => followers(scene, account, kind)),
    },
    nodeinfo({ name: kind.name, paths: { "2.0": kind.nodeinfo ?? "/nodeinfo/2.0" } }),
    kind.own ?? {},
  );
  const missing = (scene: Scene) => kind.missing?.(scene.server) ?? notFound(scene);
  return dressed(kind.types ?? {}, (scene) => routes(scene) ?? missing(scene));
}

type Answer = (scene: Scene, account: Account) => Reply;
function shown(answer: Answer): Answerer {
  return (scene, user = "") => {
    const account = local(scene.server, user.split("@")[0] ?? "");
    if (!account) return empty(404);
    if (account.fate) return empty(410);
    return scene.server.settings.secure && !scene.asked.signed
      ? error(401, "Request not signed")
      : answer(scene, account);
  };
}

/** Followers of these are never read by strangers: a number, and no first page. */
const followers = ({ world, server }: Scene, account: Account, { saysZero }: Outline): Reply =>
  activity({
    id: `${uriOf(account)}/followers`,
    type: "OrderedCollection",
    totalItems: saysZero ? 0 : followersOf(world, server, account).length,
  });

const notFound = ({ asked }: Scene): Reply =>
  asked.path.startsWith("/api/") ? error(404, "not found") : html("Not found", 404);
