import { hostMeta } from "../common/host-meta.ts";
import { nodeinfo } from "../common/nodeinfo.ts";
import { error, html, type Reply } from "../common/reply.ts";
import { robots } from "../common/robots.ts";
import { type Router, router, type Scene } from "../common/routes.ts";
import { ON_MASTODON } from "../follow/habits.ts";
import { followPages } from "../follow/pages.ts";
import { askerOf } from "../oauth/desk.ts";
import { oauth } from "../oauth/index.ts";
import { refusedToken } from "../oauth/rights.ts";
import { activitypub } from "./activitypub.ts";
import { accounts } from "./followers.ts";
import { instance } from "./instance.ts";
import { forItsPeople } from "./private.ts";
import { findByWebfinger } from "./webfinger.ts";

const routes = router(
  {
    "GET /.well-known/webfinger": findByWebfinger,
    "GET /.well-known/host-meta": hostMeta,
    "GET /robots.txt": robots,
    "GET /": ({ server }) => html(server.host),
    "GET /about": ({ server }) => html(`About ${server.host}`),
  },
  nodeinfo({
    name: "mastodon",
    paths: { "2.0": "/nodeinfo/2.0" },
    metadata: ({ host }) => ({ nodeName: host, nodeDescription: "" }),
  }),
  oauth,
  followPages(ON_MASTODON),
  forItsPeople,
  accounts,
  instance,
  activitypub,
);

export const mastodon: Router = (scene) => refusedToken(scene) ?? closed(scene) ?? routes(scene) ?? missing(scene);

/** Some servers answer the client API to their own users only; what describes the instance stays readable. */
function closed({ world, server, asked }: Scene): Reply | undefined {
  const { settings } = server;
  const { path } = asked;
  if (path === "/api/v1/apps" || askerOf(world, server, asked)) return undefined;
  if (!path.startsWith("/api/") || path === "/api/v2/instance" || path === "/api/v1/instance") return undefined;
  const exempt = /^\/api\/v1\/(instance\/|peers\/search)/.test(path);
  const refuses = settings.limited || (settings.closedApi && !exempt);
  return refuses ? error(401, "This method requires an authenticated user") : undefined;
}

const missing = ({ asked }: Scene): Reply =>
  asked.path.startsWith("/api/") ? error(404, "The page you are looking for isn't here.") : html("Not found", 404);
