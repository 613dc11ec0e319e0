import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Config, ConfigError } from "#lib/config.ts";
import { parseHost } from "#lib/domain/names/host.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { parseRoutes, type Routes } from "#lib/net/connect/routes.ts";

/** Where questions may go, as the operator says: read before anything is opened, so that a wrong word ends the start. */
export type NetworkSettings = { readonly routes: Routes; readonly optOut: readonly Host[]; readonly ca?: string };

export function readNetworkSettings({
  routes,
  optOut,
  caFile,
}: Pick<Config, "routes" | "optOut" | "caFile">): NetworkSettings {
  const parsed = parseRoutes(routes);
  if (!parsed.ok) throw new ConfigError(`FEDIVERSE_ROUTES: ${parsed.problem}`);
  return {
    routes: parsed.routes,
    optOut: optOut.map(hostIn),
    ...(caFile ? { ca: certificatesIn(caFile) } : {}),
  };
}

/** Somebody asked to be left alone: a name that matches nothing would break the promise without a word. */
function hostIn(text: string): Host {
  const parsed = parseHost(text);
  if (parsed.ok) return parsed.host;
  throw new ConfigError(`OPT_OUT: "${text}" is not the name of a server, as far.example is.`);
}

function certificatesIn(file: string): string {
  try {
    const pem = readFileSync(file, "utf8");
    new X509Certificate(pem);
    return pem;
  } catch (error) {
    const why = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new ConfigError(`FEDIVERSE_CA must name a file of certificates in PEM form: ${file} is none${why}.`);
  }
}
