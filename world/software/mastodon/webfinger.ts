import type { Account, Server } from "../../model.ts";
import { json, type Reply } from "../common/reply.ts";
import type { Scene } from "../common/routes.ts";
import { pageOf, siteOf, uriOf } from "../common/uris.ts";
import { webfinger } from "../common/webfinger.ts";
import { isFrom } from "./lines.ts";

const people = webfinger(remoteFollow, {
  // A suspended account is still found; only a deleted one is gone.
  isGone: ({ fate }) => fate === "deleted",
  isAt,
});

/** The server itself is an account too, under its own name and under the one its document gives. */
export function findByWebfinger(scene: Scene): Reply {
  const { server, asked } = scene;
  const resource = asked.query.get("resource") ?? "";
  const names = [`acct:${server.host}@${server.host}`, `acct:mastodon.internal@${server.host}`];
  return names.includes(resource.toLowerCase()) ? json(instanceActor(server), JRD) : people(scene);
}

const JRD = { "content-type": "application/jrd+json; charset=utf-8", "cache-control": "max-age=259200, public" };

const instanceActor = (server: Server) => ({
  subject: `acct:mastodon.internal@${server.host}`,
  aliases: [`${siteOf(server)}/actor`],
  links: [
    {
      rel: "http://webfinger.net/rel/profile-page",
      type: "text/html",
      href: `${siteOf(server)}/about/more?instance_actor=true`,
    },
    { rel: "self", type: "application/activity+json", href: `${siteOf(server)}/actor` },
    ...remoteFollow(server),
  ],
});

/** Releases before 4.6 do not know an account by its number address here, only by its name. */
function isAt(account: Account, resource: string): boolean {
  if (pageOf(account) === resource) return true;
  const isNumber = resource.includes("/ap/users/");
  return uriOf(account) === resource && (!isNumber || isFrom(account.server, 4, 6));
}

/** Where a stranger's address is typed in, under the names releases since 4.6 give it as well. */
function remoteFollow(server: Server) {
  const interact = `${siteOf(server)}/authorize_interaction?uri=`;
  const subscribe = { rel: "http://ostatus.org/schema/1.0/subscribe", template: `${interact}{uri}` };
  if (!isFrom(server, 4, 6)) return [subscribe];
  return [
    subscribe,
    { rel: "https://w3id.org/fep/3b86/Create", template: `${siteOf(server)}/share?text={content}` },
    { rel: "https://w3id.org/fep/3b86/Object", template: `${interact}{object}` },
  ];
}
