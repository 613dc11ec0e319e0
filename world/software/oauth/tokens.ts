import { createHash } from "node:crypto";
import { json, type Reply } from "../common/reply.ts";
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
  const known = habitsOf(server).scopes;
  if (!wanted.every((scope) => known.includes(scope)))
    return json({ error: "Validation failed: Scopes doesn't match those configured on the server." }, {}, 422);
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
  if (asked.grant_type === "client_credentials") return told(newToken(scene, app, undefined, scopesIn(asked)));
  const code = deskOf(scene.world).codes.get(asked.code ?? "");
  if (asked.grant_type !== "authorization_code" || !code) return refused(400, "invalid_grant");
  const wrong = mistakeIn(scene, app, code);
  if (wrong) return refused(400, wrong);
  code.used = true;
  const { reuses, grantsAll } = habitsOf(scene.server);
  const again = reuses ? liveToken(scene, app, code.account, code.scopes) : undefined;
  return told(again ?? newToken(scene, app, code.account, grantsAll ? ["read", "write", "admin"] : code.scopes));
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

const told = ({ text, scopes }: Token): Reply =>
  json({ access_token: text, token_type: "Bearer", scope: scopes.join(" "), created_at: 1_795_943_898 }, UNSTORED);

const UNSTORED = { "cache-control": "no-store", pragma: "no-cache" };

const refused = (status: number, error: string): Reply =>
  json({ error, error_description: "The provided authorization grant is invalid." }, UNSTORED, status);

/** Done twice it is done as well; with a wrong secret the token lives. */
export function takeBack(scene: Scene): Reply {
  if (!habitsOf(scene.server).revokes) return json({ error: "Not implemented" }, {}, 501);
  const app = appIn(scene);
  if (!app) return json({ error: "unauthorized_client" }, {}, 403);
  const token = deskOf(scene.world).tokens.get(fieldsOf(scene).token ?? "");
  if (token && token.app !== app) return json({ error: "unauthorized_client" }, {}, 403);
  if (token) token.revoked = true;
  return json({});
}

function appIn(scene: Scene): App | undefined {
  const { client_id = "", client_secret } = fieldsOf(scene);
  const app = deskOf(scene.world).apps.get(client_id);
  return app && app.server === scene.server && app.secret === client_secret ? app : undefined;
}
