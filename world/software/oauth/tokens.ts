import { createHash } from "node:crypto";
import { error, json, type Reply } from "../common/reply.ts";
import type { Scene } from "../common/routes.ts";
import { fieldsOf, liveToken, scopesIn } from "./authorize.ts";
import { type App, type Code, deskOf, type Token } from "./desk.ts";
import { habitsOf } from "./habits.ts";

/** Anybody may make an app here. A right that the server does not know is refused. */
export function makeApp(scene: Scene): Reply {
  const { world, server } = scene;
  const { client_name, redirect_uris, scopes = "read" } = fieldsOf(scene) as Readonly<Record<string, unknown>>;
  const redirects = (Array.isArray(redirect_uris) ? redirect_uris : String(redirect_uris ?? "").split("\n")).map(
    String,
  );
  const wanted = String(scopes).split(" ").filter(Boolean);
  const { scopes: known, wrongScope } = habitsOf(server);
  if (wrongScope && !wanted.every((scope) => known.includes(scope)))
    return json({ error: "Validation failed: Scopes doesn't match those configured on the server." }, {}, wrongScope);
  if (redirects.some((one) => !/^https?:/.test(one)))
    return json({ error: "Validation failed: Redirect URI" }, {}, 422);
  const desk = deskOf(world);
  const [id, secret] = [desk.next("client"), desk.next("secret")];
  desk.apps.set(id, { id, secret, server, redirects, scopes: wanted });
  return json({
    ...{ id: String(desk.apps.size), name: client_name, website: null, scopes: wanted, redirect_uris: redirects },
    ...{ redirect_uri: redirects.join("\n"), vapid_key: null },
    ...{ client_id: id, client_secret: secret, client_secret_expires_at: 0 },
  });
}

export function giveToken(scene: Scene): Reply {
  const asked = fieldsOf(scene);
  const app = appIn(scene);
  if (!app) return refused(401, "invalid_client");
  const habits = habitsOf(scene.server);
  if (asked.grant_type === "client_credentials")
    return habits.apps ? told(newToken(scene, app, undefined, scopesIn(asked))) : refused(400, "Invalid grant_type");
  if (habits.wantsScope && scopesIn(asked).length === 0) return refused(400, "invalid_request");
  const code = deskOf(scene.world).codes.get(asked.code ?? "");
  if (asked.grant_type !== "authorization_code" || !code) return refused(400, "invalid_grant");
  const wrong = mistakeIn(scene, app, code);
  if (wrong) return refused(400, wrong);
  code.used = true;
  const { reuses, grantsAll, appsRights } = habits;
  const again = reuses ? liveToken(scene, app, code.account, code.scopes) : undefined;
  const scopes = grantsAll ? ["read", "write", "admin"] : appsRights ? app.scopes : code.scopes;
  return told(again ?? newToken(scene, app, code.account, scopes));
}

function mistakeIn(scene: Scene, app: App, code: Code): string | undefined {
  const { code_verifier, redirect_uri } = fieldsOf(scene);
  if (code.used || code.app !== app || code.redirect !== redirect_uri) return "invalid_grant";
  if (!habitsOf(scene.server).pkce || code.challenge === undefined) return undefined;
  if (code_verifier === undefined) return "invalid_request";
  const made = createHash("sha256").update(code_verifier).digest("base64url");
  return made === code.challenge ? undefined : "invalid_grant";
}

function newToken({ world, server }: Scene, app: App, account: Token["account"], scopes: readonly string[]): Token {
  const token = { text: deskOf(world).next("token"), app, server, account, scopes, revoked: false };
  deskOf(world).tokens.set(token.text, token);
  return token;
}

/** What `OAUTH_TOKEN_DAYS` of Pixelfed is unless its admin sets it. */
const A_YEAR_S = 365 * 86_400;

function told({ text, scopes, server }: Token): Reply {
  const token = { access_token: text, token_type: "Bearer" };
  if (habitsOf(server).tells === "expiry")
    return json({ ...token, expires_in: A_YEAR_S, refresh_token: `refresh-${text}` }, UNSTORED);
  return json({ ...token, scope: scopes.join(" "), created_at: 1_795_943_898 }, UNSTORED);
}

const UNSTORED = { "cache-control": "no-store", pragma: "no-cache" };

const refused = (status: number, error: string): Reply =>
  json({ error, error_description: "The provided authorization grant is invalid." }, UNSTORED, status);

/** Done twice it is done as well; with a wrong secret the token lives. */
export function takeBack(scene: Scene): Reply {
  const { revokes } = habitsOf(scene.server);
  if (revokes === "never") return error(404, "Not Found");
  const app = appIn(scene);
  if (!app) return json({ error: "unauthorized_client" }, {}, 403);
  const token = deskOf(scene.world).tokens.get(fieldsOf(scene).token ?? "");
  if (token && token.app !== app) return json({ error: "unauthorized_client" }, {}, 403);
  if (!token && revokes === "all-of-the-app") return error(401, "Unauthorized");
  const gone = revokes === "one" ? [token] : [...deskOf(scene.world).tokens.values()].filter((one) => one.app === app);
  for (const one of gone) if (one) one.revoked = true;
  return json({});
}

function appIn(scene: Scene): App | undefined {
  const { client_id = "", client_secret } = fieldsOf(scene);
  const app = deskOf(scene.world).apps.get(client_id);
  return app && app.server === scene.server && app.secret === client_secret ? app : undefined;
}
