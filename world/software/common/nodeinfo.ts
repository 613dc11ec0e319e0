import { hash } from "../../make/hash.ts";
import type { Server } from "../../model.ts";
import { json, type Reply } from "./reply.ts";
import type { Routes, Scene } from "./routes.ts";
import { siteOf } from "./uris.ts";

type Metadata = Readonly<Record<string, unknown>>;
export type Portrait = {
  /** As it stands in the document, capitals and all. */
  readonly name: string;
  /** Path of each version offered. */
  readonly paths: Readonly<Partial<Record<"2.0" | "2.1", string>>>;
  readonly homepage?: string;
  /** The document's type carries the address of its schema, and this after it. */
  readonly profiled?: string;
  readonly metadata?: (server: Server) => Metadata;
};

const schemaOf = (version: string) => `http://nodeinfo.diaspora.software/ns/schema/${version}`;

/** The same documents everywhere; what stands under `metadata` is up to the software. */
export function nodeinfo(portrait: Portrait): Routes {
  const versions = Object.entries(portrait.paths);
  const index = ({ server }: Scene) =>
    json(
      { links: versions.map(([version, path]) => ({ rel: schemaOf(version), href: `${siteOf(server)}${path}` })) },
      { "cache-control": "max-age=259200, public" },
    );
  const documents = versions.map(([version, path]) => [`GET ${path}`, document(portrait, version)] as const);
  return { "GET /.well-known/nodeinfo": index, ...Object.fromEntries(documents) };
}

const document =
  ({ name, homepage, profiled, metadata }: Portrait, version: string) =>
  ({ server }: Scene): Reply => {
    const total = usersOf(server);
    return json(
      {
        version,
        software: { name, version: server.version, ...(homepage ? { homepage, repository: homepage } : {}) },
        protocols: ["activitypub"],
        services: { outbound: [], inbound: [] },
        usage: {
          users: { total, activeMonth: Math.ceil(total * 0.4), activeHalfyear: Math.ceil(total * 0.6) },
          localPosts: total * 9,
          localComments: 0,
        },
        openRegistrations: server.settings.signUp === "open",
        metadata: metadata?.(server) ?? {},
      },
      {
        "cache-control": "max-age=1800, public",
        ...(profiled === undefined
          ? {}
          : { "content-type": `application/json; profile="${schemaOf(version)}#"${profiled}` }),
      },
    );
  };

export const usersOf = (server: Server): number =>
  server.settings.users ?? server.accounts.length + 3 + (hash(`users ${server.host}`) % 900);
