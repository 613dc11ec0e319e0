import { error, json, type Reply } from "../common/reply.ts";
import type { Scene } from "../common/routes.ts";
import { siteOf } from "../common/uris.ts";
import { isFrom } from "../mastodon/lines.ts";
import { habitsOf } from "./habits.ts";

/** Where a server says its places are. Mastodon's issuer ends with a slash, and nothing is said about `iss`. */
export function metadata({ server }: Scene): Reply {
  const { metadata: style, scopes } = habitsOf(server);
  if (style === "none") return error(404, "Not Found");
  const site = siteOf(server);
  const userinfo = style === "mastodon" && isFrom(server, 4, 4) ? { userinfo_endpoint: `${site}/oauth/userinfo` } : {};
  return json({
    issuer: style === "mastodon" ? `${site}/` : site,
    authorization_endpoint: `${site}/oauth/authorize`,
    token_endpoint: `${site}/oauth/token`,
    revocation_endpoint: `${site}/oauth/revoke`,
    ...userinfo,
    scopes_supported: scopes,
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment", "form_post"],
    grant_types_supported: ["authorization_code", "client_credentials"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    code_challenge_methods_supported: ["S256"],
    service_documentation: "https://docs.joinmastodon.example/",
    ...(style === "mastodon" ? { app_registration_endpoint: `${site}/api/v1/apps` } : {}),
  });
}

/** What forks of Misskey publish, and do not keep: no issuer comes back, and no challenge is read. */
export const falseMetadata = ({ server }: Scene): Reply =>
  json({
    issuer: siteOf(server),
    authorization_endpoint: `${siteOf(server)}/oauth/authorize`,
    token_endpoint: `${siteOf(server)}/oauth/token`,
    scopes_supported: ["read", "write"],
    response_types_supported: ["code"],
    grant_types_supported: ["authorization_code"],
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
  });
