import type { AuthorizationServer } from "oauth4webapi";
import { z } from "zod";
import { defined } from "#lib/flow/defined.ts";

/** Where a server takes part in OAuth, as far as it says so. */
export type Places = AuthorizationServer & {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly revocation_endpoint: string;
};

const Metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  revocation_endpoint: z.string().optional(),
  userinfo_endpoint: z.string().optional(),
  scopes_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});

/** Mastodon's paths, which the others have taken over. */
const usual = (host: string): Places => ({
  issuer: `https://${host}`,
  authorization_endpoint: `https://${host}/oauth/authorize`,
  token_endpoint: `https://${host}/oauth/token`,
  revocation_endpoint: `https://${host}/oauth/revoke`,
});

/**
 * From the document that the server publishes, or by the usual paths where it has none. A document that names another
 * host is a lie or a mistake: codes and tokens go to the account's own server and nowhere else.
 */
export function placesOf(host: string, document: unknown): Places | "elsewhere" {
  const read = Metadata.safeParse(document);
  if (!read.success) return usual(host);
  const { issuer, authorization_endpoint, token_endpoint, ...rest } = read.data;
  const named = [issuer, authorization_endpoint, token_endpoint, rest.revocation_endpoint, rest.userinfo_endpoint];
  if (!named.every((place) => place === undefined || isAt(host, place))) return "elsewhere";
  return { ...usual(host), ...defined(rest), issuer, authorization_endpoint, token_endpoint };
}

function isAt(host: string, place: string): boolean {
  const url = URL.parse(place);
  return url?.protocol === "https:" && url.hostname === host && url.port === "" && url.username === "";
}

/** A slash at the end makes no other issuer; whatever else differs does. */
export const withIssuer = (places: Places, iss: string | null): Places =>
  iss !== null && iss.replace(/\/$/, "") === places.issuer.replace(/\/$/, "") ? { ...places, issuer: iss } : places;
