import { hash } from "../../hash.ts";
import type { Server } from "../../model.ts";
import { json, type Reply } from "./reply.ts";
import type { Routes, Scene } from "./routes.ts";
import { siteOf } from "./uris.ts";

export type Portray = (scene: Scene) => {
  readonly name: string;
  readonly metadata: Readonly<Record<string, unknown>>;
};

/** The same two documents everywhere; what stands under `metadata` is up to the software. */
export const nodeinfo = (path: string, portray: Portray, schema = "2.0"): Routes => ({
  "GET /.well-known/nodeinfo": ({ server }) =>
    json(
      { links: [{ rel: `http://nodeinfo.diaspora.software/ns/schema/${schema}`, href: `${siteOf(server)}${path}` }] },
      { "cache-control": "max-age=259200, public" },
    ),
  [`GET ${path}`]: (scene) => document(scene, portray, schema),
});

function document(scene: Scene, portray: Portray, schema: string): Reply {
  const { server } = scene;
  const { name, metadata } = portray(scene);
  const total = usersOf(server);
  return json(
    {
      version: schema,
      software: { name, version: server.version },
      protocols: ["activitypub"],
      services: { outbound: [], inbound: [] },
      usage: {
        users: { total, activeMonth: Math.ceil(total * 0.4), activeHalfyear: Math.ceil(total * 0.6) },
        localPosts: total * 9,
      },
      openRegistrations: server.settings.signUp === "open",
      metadata,
    },
    { "cache-control": "max-age=1800, public" },
  );
}

export const usersOf = (server: Server): number =>
  server.settings.users ?? server.accounts.length + 3 + (hash(`users ${server.host}`) % 900);
