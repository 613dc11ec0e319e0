import * as oauth from "oauth4webapi";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { askSignIn, gateFetch, jsonOf } from "./gate-fetch.ts";
import { type Places, placesOf, withIssuer } from "./places.ts";

/** An app of ours on one server, for one way back. */
export type Client = { readonly id: string; readonly secret: string; readonly rights: readonly string[] };
export type Granted = { readonly token: string; readonly rights: readonly string[] };

export async function discover(gate: Gate, host: string): Promise<Places | "elsewhere"> {
  const url = `https://${host}/.well-known/oauth-authorization-server`;
  const heard = await askSignIn(gate, { url, about: "server" });
  return placesOf(host, heard.status === 200 ? jsonOf(heard) : undefined);
}

type Leaving = {
  readonly places: Places;
  readonly client: Client;
  readonly back: string;
  readonly rights: readonly string[];
  readonly state: string;
};

/** Where the mover is sent, and what proves later that the code is ours. */
export async function leave({ places, client, back, rights, state }: Leaving) {
  const verifier = oauth.generateRandomCodeVerifier();
  const url = new URL(places.authorization_endpoint);
  const asked = {
    response_type: "code",
    client_id: client.id,
    redirect_uri: back,
    scope: rights.join(" "),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return { url: url.href, verifier };
}

type Returning = {
  readonly places: Places;
  readonly client: Client;
  readonly back: string;
  readonly rights: readonly string[];
  readonly state: string;
  readonly verifier: string;
  /** What stood in the address of the way back. */
  readonly told: URLSearchParams;
};

/** Exchanges the code for a token. Throws what the library found wrong, and where the server said no. */
export async function comeBack(gate: Gate, returning: Returning): Promise<Granted> {
  const { client, back, rights, state, verifier, told } = returning;
  const places = withIssuer(returning.places, told.get("iss"));
  const us: oauth.Client = { client_id: client.id };
  const read = oauth.validateAuthResponse(places, us, told, state);
  const secret = oauth.ClientSecretPost(client.secret);
  const options = { [oauth.customFetch]: gateFetch(gate), additionalParameters: { scope: rights.join(" ") } };
  const answer = await oauth.authorizationCodeGrantRequest(places, us, secret, read, back, verifier, options);
  const { access_token, scope } = await oauth.processAuthorizationCodeResponse(places, us, answer);
  return { token: access_token, rights: scope === undefined ? rights : scope.split(/[\s,]+/).filter(Boolean) };
}

/**
 * A forgotten app would end the way on a page of that server, from which nobody comes back. `unsure`: the server has no
 * such test, which says nothing about the app.
 */
export async function testApp(gate: Gate, places: Places, client: Client): Promise<"known" | "forgotten" | "unsure"> {
  const us: oauth.Client = { client_id: client.id };
  const secret = oauth.ClientSecretPost(client.secret);
  const options = { [oauth.customFetch]: gateFetch(gate) };
  const scope = { scope: client.rights.join(" ") };
  const answer = await oauth.clientCredentialsGrantRequest(places, us, secret, scope, options);
  if (answer.status === 200) return "known";
  const text = await answer.text();
  return answer.status === 401 || text.includes("invalid_client") ? "forgotten" : "unsure";
}

/** True where the server says that the token is worth nothing any more. */
export async function revoke(gate: Gate, places: Places, client: Client, token: string): Promise<boolean> {
  const options = { [oauth.customFetch]: gateFetch(gate) };
  const secret = oauth.ClientSecretPost(client.secret);
  const us: oauth.Client = { client_id: client.id };
  const answer = await oauth.revocationRequest(places, us, secret, token, options);
  return answer.status === 200 || answer.status === 204;
}
