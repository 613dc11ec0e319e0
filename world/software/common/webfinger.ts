import type { Account, Server } from "../../model.ts";
import { local } from "./accounts.ts";
import { empty, json, type Reply } from "./reply.ts";
import type { Scene } from "./routes.ts";
import { pageOf, siteOf, uriOf } from "./uris.ts";

type Link = Readonly<Record<string, string>>;
/** Entries a kind of software adds for following from afar. */
export type Extra = (server: Server) => readonly Link[];

const JRD = { "content-type": "application/jrd+json; charset=utf-8", "cache-control": "max-age=259200, public" };

/** Where a kind of software differs: who is gone, and which addresses it knows somebody by. */
type Habits = {
  readonly isGone: (account: Account) => boolean;
  readonly isAt: (account: Account, resource: string) => boolean;
  /** Knows the server as a whole by its address, and not its people alone. */
  readonly knowsSite?: boolean;
};
export const USUAL: Habits = {
  isGone: ({ fate }) => fate === "deleted" || fate === "suspended",
  isAt: (account, resource) => uriOf(account) === resource || pageOf(account) === resource,
};

export const webfinger =
  (extra: Extra = () => [], { isGone, isAt, knowsSite = true }: Habits = USUAL) =>
  ({ server, asked }: Scene): Reply => {
    const resource = asked.query.get("resource");
    if (resource === null) return empty(400);
    if (knowsSite && resource.replace(/\/$/, "") === siteOf(server)) return json(site(server, extra), JRD);
    const account = wanted(server, resource, isAt);
    if (!account) return empty(404);
    if (isGone(account)) return empty(410);
    return json(document(account, extra), JRD);
  };

function wanted(server: Server, resource: string, isAt: Habits["isAt"]): Account | undefined {
  const [, user, host] = /^acct:@?([^@]+)@(.+)$/.exec(resource) ?? [];
  if (user && host) return named(server, user, host.toLowerCase());
  return server.accounts.find((account) => isAt(account, resource));
}

/** Under both of its names; with a slip in the setting-up of two names, the one that actors stand under is forgotten. */
function named(server: Server, user: string, host: string): Account | undefined {
  const account = local(server, user);
  const names = account?.about?.unverifiable === "handle" ? [server.host] : [server.host, server.web];
  return names.includes(host) ? account : undefined;
}

const document = (account: Account, extra: Extra) => ({
  subject: `acct:${account.user}@${account.server.host}`,
  aliases: [...new Set([pageOf(account), uriOf(account)])],
  links: [
    { rel: "http://webfinger.net/rel/profile-page", type: "text/html", href: pageOf(account) },
    { rel: "self", type: "application/activity+json", href: uriOf(account) },
    ...extra(account.server),
  ],
});

const site = (server: Server, extra: Extra) => ({ subject: siteOf(server), links: extra(server) });

export const OF_PEOPLE_ALONE: Habits = { ...USUAL, knowsSite: false };

/** Where somebody types an address to follow it from home. */
export const subscribe =
  (path: string): Extra =>
  (server) => [{ rel: "http://ostatus.org/schema/1.0/subscribe", template: `${siteOf(server)}${path}{uri}` }];
