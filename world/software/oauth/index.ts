import { html } from "../common/reply.ts";
import type { Routes } from "../common/routes.ts";
import { authorize, consent, signIn } from "./authorize.ts";
import { metadata } from "./documents.ts";
import { giveToken, makeApp, takeBack } from "./tokens.ts";

/** Signing in as Mastodon does it, and those after it. */
export const oauth: Routes = {
  "GET /.well-known/oauth-authorization-server": metadata,
  "POST /api/v1/apps": makeApp,
  "GET /oauth/authorize": authorize,
  "POST /oauth/authorize": consent,
  "POST /auth/sign_in": signIn,
  "GET /auth/edit": () => html("Account settings"),
  "POST /oauth/token": giveToken,
  "POST /oauth/revoke": takeBack,
};
