import { ACTOR_NAME, type ActorParts, actorDocument, actorId } from "./actor.ts";

/** What other servers read before they believe a signature of ours. */
export type OwnDocument = { readonly status: 200 | 400 | 404; readonly type: string; readonly body: string };
/** `target` is a path with its query, as a request names it. Nothing where it is none of these documents. */
export type OwnDocuments = (target: string) => OwnDocument | undefined;

const ACTIVITY = "application/activity+json";
const json = (body: unknown, type: string): OwnDocument => ({ status: 200, type, body: JSON.stringify(body) });
const plain = (status: 400 | 404, body: string): OwnDocument => ({ status, type: "text/plain; charset=utf-8", body });

/**
 * The actor, WebFinger, host-meta and NodeInfo of this copy. All are made once and given from memory: a server that had
 * to wait for one of them refuses our signed requests for minutes.
 */
export function ownDocuments(parts: ActorParts & { readonly version: string }): OwnDocuments {
  const { publicUrl } = parts;
  const fixed = new Map<string, OwnDocument>([
    ["/actor", json(actorDocument(parts), ACTIVITY)],
    ["/actor/outbox", json(emptyOutbox(publicUrl), ACTIVITY)],
    ["/.well-known/host-meta", hostMeta(publicUrl)],
    ["/.well-known/nodeinfo", json(nodeinfoIndex(publicUrl), "application/json")],
    ["/nodeinfo/2.0", json(nodeinfo(parts.version, "2.0"), "application/json")],
    ["/nodeinfo/2.1", json(nodeinfo(parts.version, "2.1"), "application/json")],
  ]);
  const finger = json(webfinger(publicUrl), "application/jrd+json");
  const names = new Set([subjectOf(publicUrl), actorId(publicUrl)]);
  return (target) => {
    const [path = "", ...query] = target.split("?");
    if (path !== "/.well-known/webfinger") return fixed.get(path);
    const resource = new URLSearchParams(query.join("?")).get("resource");
    if (resource === null) return plain(400, "No resource was named.");
    return names.has(resource) ? finger : plain(404, "Nobody has this name here.");
  };
}

const subjectOf = (publicUrl: string): string => `acct:${ACTOR_NAME}@${new URL(publicUrl).host}`;

const webfinger = (publicUrl: string) => ({
  subject: subjectOf(publicUrl),
  aliases: [actorId(publicUrl)],
  links: [
    { rel: "self", type: ACTIVITY, href: actorId(publicUrl) },
    { rel: "http://webfinger.net/rel/profile-page", type: "text/html", href: `${publicUrl}/bot` },
  ],
});

const hostMeta = (publicUrl: string): OwnDocument => ({
  status: 200,
  type: "application/xrd+xml; charset=utf-8",
  body: `<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
  <Link rel="lrdd" template="${publicUrl}/.well-known/webfinger?resource={uri}"/>
</XRD>
`,
});

const emptyOutbox = (publicUrl: string) => ({
  "@context": "https://www.w3.org/ns/activitystreams",
  id: `${actorId(publicUrl)}/outbox`,
  type: "OrderedCollection",
  totalItems: 0,
  orderedItems: [],
});

const nodeinfoIndex = (publicUrl: string) => ({
  links: ["2.0", "2.1"].map((version) => ({
    rel: `http://nodeinfo.diaspora.software/ns/schema/${version}`,
    href: `${publicUrl}/nodeinfo/${version}`,
  })),
});

const nodeinfo = (version: string, schema: "2.0" | "2.1") => ({
  version: schema,
  software: { name: "housewarming", version },
  protocols: ["activitypub"],
  services: { inbound: [], outbound: [] },
  openRegistrations: false,
  usage: { users: {} },
  metadata: {},
});
