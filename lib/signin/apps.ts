import { z } from "zod";
import type { Gate } from "#lib/domain/ports/gate.ts";
import type { SignInWay } from "#lib/software/define.ts";
import type { Store } from "#lib/store/open/store.ts";
import { forgetApp, keepApp, readApp } from "#lib/store/signin/apps.ts";
import { askSignIn, jsonOf } from "./gate-fetch.ts";
import { type Client, testApp } from "./oauth.ts";
import type { Places } from "./places.ts";
import type { Seal } from "./seal.ts";
import { type AppUse, appRights } from "./ways.ts";

export type AppDeps = { readonly gate: Gate; readonly store: Store; readonly seal: Seal; readonly now: () => Date };
type On = {
  readonly host: string;
  readonly back: string;
  readonly places: Places;
  readonly way: SignInWay;
  readonly use: AppUse;
};

/** Our app there: the one that is kept, if that server still knows it, else a new one. Undefined: none is to be had. */
export async function appOn(deps: AppDeps, on: On, website: string): Promise<Client | undefined> {
  const sealedKept = await readApp(deps.store, keyOf(on));
  const kept = sealedKept === undefined ? undefined : deps.seal.open<Client>(sealedKept, keyOf(on));
  if (kept && isEnough(kept, on) && (await testApp(deps.gate, on.places, kept)) !== "forgotten") return kept;
  if (kept) await forgetApp(deps.store, keyOf(on));
  const made = await register(deps.gate, on, website);
  if (!made) return undefined;
  // Some servers clear away apps that nobody has taken a token for.
  if ((await testApp(deps.gate, on.places, made)) === "forgotten") return undefined;
  const sealed = await keepApp(deps.store, keyOf(on), deps.seal.close(made, keyOf(on)), deps.now());
  return deps.seal.open<Client>(sealed, keyOf(on));
}

/** An app that only reads is another one than the app that lets people in, and followers have one of their own. */
const keyOf = ({ host, back, use }: On): string =>
  `${host} ${back}${use === "let-in" || use === "look" ? ` ${use}` : ""}`;

/** One that was made when less was asked for is made anew. */
const isEnough = ({ rights }: Client, { places, way, use }: On): boolean =>
  appRights(way, use, places.scopes_supported ?? rights).every((right) => rights.includes(right));

const Made = z.object({ client_id: z.union([z.string(), z.number().transform(String)]), client_secret: z.string() });
/** It has a right that the server does not know. */
const UNPROCESSABLE = 422;

async function register(gate: Gate, on: On, website: string): Promise<Client | undefined> {
  const { host, back, places, way, use } = on;
  const rights = appRights(way, use, places.scopes_supported);
  const first = await ask(gate, host, back, website, rights);
  if (first !== UNPROCESSABLE) return first;
  // The first Mastodon that knows `profile` is also the first that lists its rights.
  const older = appRights(way, use, [...rights.filter((right) => right !== "profile"), "read:accounts"]);
  const second = rights.includes("profile") ? await ask(gate, host, back, website, older) : undefined;
  return second === UNPROCESSABLE ? undefined : second;
}

async function ask(gate: Gate, host: string, back: string, website: string, rights: readonly string[]) {
  const heard = await askSignIn(gate, {
    url: `https://${host}/api/v1/apps`,
    method: "POST",
    body: { client_name: "Housewarming", redirect_uris: back, scopes: rights.join(" "), website },
    apart: "apps",
  });
  if (heard.status === UNPROCESSABLE) return UNPROCESSABLE;
  const read = Made.safeParse(jsonOf(heard));
  return read.success ? { id: read.data.client_id, secret: read.data.client_secret, rights } : undefined;
}
