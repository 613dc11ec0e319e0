import type { Account, Server, WorldState } from "../../model.ts";
import { actor, CONTEXT, KEY } from "../common/actor.ts";
import { pageOf, siteOf, uriOf } from "../common/uris.ts";
import { isFrom } from "./lines.ts";

/** An account's document as the releases of Mastodon write it. */
export function documentOf(world: WorldState, account: Account): Readonly<Record<string, unknown>> {
  const uri = uriOf(account);
  return {
    ...actor(world, account),
    ...(isFrom(account.server, 4, 6) ? { webfinger: `${account.user}@${account.server.host}` } : {}),
    featuredTags: `${uri}/collections/tags`,
    url: pageOf(account),
    indexable: true,
    memorial: account.fate === "memorial",
    attachment: [],
    ...(account.fate === "suspended" ? SUSPENDED : {}),
  };
}

/** Suspended at home: still an answer of 200, with the profile emptied. */
const SUSPENDED = { suspended: true, name: "", summary: "", discoverable: false, indexable: false };

/** Whom a server signs its own questions as. Open to everybody, in secure mode and in limited federation too. */
export const instanceActorOf = (server: Server): Readonly<Record<string, unknown>> => {
  const uri = `${siteOf(server)}/actor`;
  return {
    "@context": CONTEXT,
    id: uri,
    type: "Application",
    inbox: `${uri}/inbox`,
    outbox: `${uri}/outbox`,
    preferredUsername: "mastodon.internal",
    url: `${siteOf(server)}/about/more?instance_actor=true`,
    manuallyApprovesFollowers: true,
    publicKey: { id: `${uri}#main-key`, owner: uri, publicKeyPem: KEY },
    endpoints: { sharedInbox: `${siteOf(server)}/inbox` },
  };
};
