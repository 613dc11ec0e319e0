import { share } from "../../make/hash.ts";
import type { Account, WorldState } from "../../model.ts";
import { RULES } from "../rules.ts";
import { knows, local } from "./accounts.ts";
import { siteOf, uriOf } from "./uris.ts";

/** The actor document: what servers show each other about an account. */
export function actor(world: WorldState, account: Account): Readonly<Record<string, unknown>> {
  const uri = uriOf(account);
  const aliases = aliasesOf(world, account);
  const movedTo = RULES[account.server.software].publishesMovedTo ? movedToOf(world, account) : undefined;
  return {
    "@context": CONTEXT,
    id: uri,
    type: account.about?.bot ? "Service" : "Person",
    preferredUsername: account.user,
    name: account.about?.display ?? "",
    summary: account.about?.note ?? "",
    inbox: `${uri}/inbox`,
    outbox: `${uri}/outbox`,
    followers: `${uri}/followers`,
    following: `${uri}/following`,
    url: uri,
    manuallyApprovesFollowers: account.about?.locked ?? false,
    discoverable: true,
    featured: `${uri}/collections/featured`,
    tag: [],
    icon: { type: "Image", mediaType: "image/png", url: `${siteOf(account.server)}/avatar.png` },
    published: "2022-11-01T00:00:00Z",
    endpoints: { sharedInbox: `${siteOf(account.server)}/inbox` },
    publicKey: { id: `${uri}#main-key`, owner: uri, publicKeyPem: KEY },
    ...(aliases ? { alsoKnownAs: aliases } : {}),
    ...(movedTo ? { movedTo } : {}),
    ...(account.about?.copiedTo ? { copiedTo: [uriOfHandle(world, account.about.copiedTo)] } : {}),
    ...(account.fate === "memorial" ? { memorial: true } : {}),
  };
}

/** A list, as most software sends it: the words beyond the vocabulary are explained in place. */
export const CONTEXT = [
  "https://www.w3.org/ns/activitystreams",
  "https://w3id.org/security/v1",
  {
    manuallyApprovesFollowers: "as:manuallyApprovesFollowers",
    toot: "http://joinmastodon.org/ns#",
    featured: { "@id": "toot:featured", "@type": "@id" },
    alsoKnownAs: { "@id": "as:alsoKnownAs", "@type": "@id" },
    movedTo: { "@id": "as:movedTo", "@type": "@id" },
    discoverable: "toot:discoverable",
    memorial: "toot:memorial",
  },
];

/** Nobody checks a signature of these accounts: the world delivers by itself. */
export const KEY = "-----BEGIN PUBLIC KEY-----\nsimulated\n-----END PUBLIC KEY-----\n";

/** Actor URIs, of accounts in this world by handle, of others by the usual guess. */
function aliasesOf(world: WorldState, account: Account): string | readonly string[] | undefined {
  const handles = account.about?.aliases ?? (account === world.target ? [handleOf(world.old)] : []);
  const kept = handles.filter((handle) => account !== world.target || world.alias || handle !== handleOf(world.old));
  const uris = kept.map((handle) => uriOfHandle(world, handle));
  if (uris.length === 0) return undefined;
  return account.about?.aliasAsString ? uris[0] : uris;
}

function movedToOf(world: WorldState, account: Account): string | undefined {
  const to = movedAccountOf(world, account);
  if (to) return uriOf(to);
  return account.about?.movedTo ? uriOfHandle(world, account.about.movedTo) : undefined;
}

/** The new home in this world, where the move has happened. */
function movedAccountOf(world: WorldState, account: Account): Account | undefined {
  if (account.about?.movedTo) return accountOf(world, account.about.movedTo);
  return account === world.old && world.pointsToNew ? world.target : undefined;
}

export function accountOf(world: WorldState, handle: string): Account | undefined {
  const [user = "", host = ""] = handle.split("@");
  const server = world.servers.get(host);
  return server && local(server, user);
}

const handleOf = ({ user, server }: Account) => `${user}@${server.host}`;

function uriOfHandle(world: WorldState, handle: string): string {
  const account = accountOf(world, handle);
  const [user, host] = handle.split("@");
  return account ? uriOf(account) : `https://${host}/users/${user}`;
}

/** How often the news that a follower moved has reached the followed account's server. */
const HEARS_OF_MOVES = 0.5;

/** What a server tells about where an account it knows has gone. */
export function movedAsSeenFrom(world: WorldState, viewer: Account["server"], account: Account): Account | undefined {
  const to = movedAccountOf(world, account);
  if (!to || viewer === account.server) return to;
  if (account === world.old) return viewer.ofOld.moved && knows(world, viewer, to) ? to : undefined;
  return share(`${world.seed} told of ${handleOf(account)}`) < HEARS_OF_MOVES ? to : undefined;
}
