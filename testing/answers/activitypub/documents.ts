import { defined } from "#lib/flow/defined.ts";
export const nodeinfoIndex = (host: string, ...versions: readonly string[]) => ({
  links: (versions.length > 0 ? versions : ["2.0"]).map((version) => ({
    rel: `http://nodeinfo.diaspora.software/ns/schema/${version}`,
    href: `https://${host}/nodeinfo/${version}`,
  })),
});

export const nodeinfo = (name: string, version: string, over: Readonly<Record<string, unknown>> = {}) => ({
  version: "2.0",
  software: { name, version },
  protocols: ["activitypub"],
  services: { inbound: [], outbound: [] },
  usage: { users: { total: 120, activeMonth: 40, activeHalfyear: 80 }, localPosts: 9 },
  openRegistrations: false,
  metadata: {},
  ...over,
});

export const webfinger = (acct: string, self: string, links: readonly unknown[] = []) => ({
  subject: `acct:${acct}`,
  aliases: [self],
  links: [
    { rel: "http://webfinger.net/rel/profile-page", type: "text/html", href: self.replace("/users/", "/@") },
    { rel: "self", type: "application/activity+json", href: self },
    ...links,
  ],
});

export const actor = (uri: string, user: string, over: Readonly<Record<string, unknown>> = {}) => ({
  "@context": ["https://www.w3.org/ns/activitystreams"],
  id: uri,
  type: "Person",
  preferredUsername: user,
  name: user,
  summary: "",
  url: uri,
  inbox: `${uri}/inbox`,
  followers: `${uri}/followers`,
  following: `${uri}/following`,
  manuallyApprovesFollowers: false,
  ...over,
});

export const collection = (uri: string, over: Readonly<Record<string, unknown>> = {}) => ({
  "@context": "https://www.w3.org/ns/activitystreams",
  id: uri,
  type: "OrderedCollection",
  totalItems: 3,
  first: `${uri}?page=1`,
  ...over,
});

export const collectionPage = (uri: string, orderedItems: readonly unknown[], next?: string) => ({
  "@context": "https://www.w3.org/ns/activitystreams",
  id: uri,
  type: "OrderedCollectionPage",
  partOf: uri.replace(/\?.*/, ""),
  orderedItems,
  ...defined({ next }),
});
