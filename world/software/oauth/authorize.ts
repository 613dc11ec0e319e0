import type { Account, Server } from "../../model.ts";
import { local } from "../common/accounts.ts";
import { html, type Reply, text } from "../common/reply.ts";
import type { Scene } from "../common/routes.ts";
import { type App, covers, deskOf } from "./desk.ts";
import { habitsOf } from "./habits.ts";

type Fields = Readonly<Record<string, string>>;

/** What a browser sees: pages of this server, and at last the way back. Who is signed in says a cookie. */
export function authorize(scene: Scene): Reply {
  return decide(scene, Object.fromEntries(scene.asked.query), undefined);
}

export function consent(scene: Scene): Reply {
  const { decision = "deny", ...asked } = fieldsOf(scene);
  return decide(scene, asked, decision);
}

/** The form of the sign-in page. Any name of this server will do as its password. */
export function signIn(scene: Scene): Reply {
  const { user = "", back = "/" } = fieldsOf(scene);
  const account = local(scene.server, user);
  if (!account || account.fate) return page("Invalid name or password", "", 422);
  return { ...html("", 302), headers: { location: back, "set-cookie": `_session=${account.user}; Path=/; HttpOnly` } };
}

export const fieldsOf = ({ asked }: Scene): Fields =>
  typeof asked.body === "object" && asked.body !== null ? (asked.body as Fields) : {};

function decide(scene: Scene, asked: Fields, decision: string | undefined): Reply {
  const { world, server } = scene;
  const account = sessionOf(scene);
  if (!account) return signInPage(`/oauth/authorize?${new URLSearchParams(asked)}`);
  const { movedMayEnter, reuses } = habitsOf(server);
  // A person who moved away is shown the own settings, and no app hears of it.
  if (account === world.old && world.pointsToNew && !movedMayEnter)
    return { ...html("", 302), headers: { location: "/auth/edit" } };
  const app = deskOf(world).apps.get(asked.client_id ?? "");
  const wrong = mistakeIn(server, app, asked);
  if (!app || wrong) return refused(server, wrong ?? "", asked);
  const again = reuses && liveToken(scene, app, account, scopesIn(asked)) !== undefined;
  if (decision === undefined && !again) return consentPage(app, asked);
  if (decision === "deny")
    return back(asked, { error: "access_denied", error_description: "The resource owner denied the request." });
  const code = deskOf(world).next("code");
  deskOf(world).codes.set(code, {
    ...{ app, account, scopes: scopesIn(asked), redirect: asked.redirect_uri ?? "" },
    ...{ challenge: asked.code_challenge, used: false },
  });
  return back(asked, { code });
}

/** Passport tells the app of a right that it does not have; all else ends on a page, and the app hears nothing. */
function refused(server: Server, wrong: string, asked: Fields): Reply {
  if (wrong === BAD_SCOPE && habitsOf(server).wrongScope === null) return back(asked, { error: "invalid_scope" });
  return page("An error has occurred", wrong, wrong === UNKNOWN_CLIENT ? 401 : 400);
}

export function liveToken({ world }: Pick<Scene, "world">, app: App, account: Account, scopes: readonly string[]) {
  const wanted = [...scopes].sort().join(" ");
  return [...deskOf(world).tokens.values()].find(
    (token) =>
      !token.revoked && token.app === app && token.account === account && [...token.scopes].sort().join(" ") === wanted,
  );
}

const BAD_SCOPE = "The requested scope is invalid, unknown, or malformed.";
const UNKNOWN_CLIENT = "Client authentication failed due to unknown client";

/** All of these end on a page of this server. */
function mistakeIn(server: Server, app: App | undefined, asked: Fields): string | undefined {
  if (!app || app.server !== server) return UNKNOWN_CLIENT;
  if (!app.redirects.includes(asked.redirect_uri ?? "")) return "The redirect uri included is not valid.";
  if (asked.response_type !== "code") return "The response type is not supported.";
  if (asked.code_challenge && asked.code_challenge_method !== "S256") return "The code challenge method must be S256.";
  const scopes = scopesIn(asked);
  const known = habitsOf(server).wrongScope === null ? habitsOf(server).scopes : undefined;
  const mayAsk = (scope: string): boolean => (known ? known.includes(scope) : covers(app.scopes, scope));
  return scopes.length > 0 && scopes.every(mayAsk) ? undefined : BAD_SCOPE;
}

export const scopesIn = ({ scope = "" }: Fields): readonly string[] => scope.split(/[ +]/).filter(Boolean);

export function sessionOf({ server, asked }: Scene): Account | undefined {
  const [, user] = /(?:^|;\s*)_session=([^;]+)/.exec(String(asked.headers.cookie ?? "")) ?? [];
  return user ? local(server, user) : undefined;
}

/** Names neither itself nor its issuer. */
function back({ redirect_uri = "", state }: Fields, told: Fields): Reply {
  const url = new URL(redirect_uri);
  for (const [name, value] of Object.entries({ ...told, ...(state ? { state } : {}) }))
    url.searchParams.set(name, value);
  return { ...html("", 302), headers: { location: url.href } };
}

/** Afterwards it leads back to where somebody was. */
export const signInPage = (back: string): Reply =>
  page(
    "Log in",
    `<form method="post" action="/auth/sign_in"><input name="user" aria-label="Name"><input type="hidden" name="back" value="${quoted(back)}"><button>Log in</button></form>`,
  );

function consentPage(app: App, asked: Fields): Reply {
  const kept = Object.entries(asked).map(
    ([name, value]) => `<input type="hidden" name="${quoted(name)}" value="${quoted(value)}">`,
  );
  const rights = scopesIn(asked).map((scope) => `<li>${quoted(scope)}</li>`);
  return page(
    "Authorization required",
    `<p>Housewarming wants:</p><ul>${rights.join("")}</ul><form method="post" action="/oauth/authorize" data-app="${quoted(app.id)}">${kept.join("")}<button name="decision" value="allow">Authorize</button><button name="decision" value="deny">Deny</button></form>`,
  );
}

export const quoted = (given: string): string =>
  given.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

export const page = (title: string, body: string, status = 200): Reply =>
  text(
    `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`,
    "text/html; charset=utf-8",
    status,
  );
