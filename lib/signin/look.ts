import { randomUUID } from "node:crypto";
import type { Software } from "#lib/domain/evidence/server.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { lookWayOf } from "#lib/software/sign-in-way.ts";
import { type AppDeps, appOn } from "./apps.ts";
import { type LookAttempt, type LookFrom, random } from "./attempt.ts";
import { giveBack } from "./keeping.ts";
import { leaveByMiAuth } from "./miauth.ts";
import { discover, type Granted, leave } from "./oauth.ts";
import { type Back, endOf, exchange, type SignInEnd } from "./return.ts";
import { backTo, type SignInDeps } from "./service.ts";
import { type Begun, type Left, type NotBegun, setOut } from "./set-out.ts";
import { isWithin, lookRights } from "./ways.ts";
import { askWhose, type Whose } from "./whose.ts";

/** A follower who wants his own server asked, from a page of a check. */
export type Looking = {
  readonly checkId: string;
  readonly from: LookFrom;
  /** The host that answers for the server he has named. */
  readonly webHost: string;
  readonly software: Software;
};

export async function beginLook(deps: SignInDeps, looking: Looking): Promise<Begun> {
  const state = random();
  return setOut(deps, looking.checkId, state, () => leaveFor(deps, looking, state));
}

async function leaveFor(deps: SignInDeps, looking: Looking, state: string): Promise<Left | { readonly why: NotBegun }> {
  const { from, webHost: host } = looking;
  const way = lookWayOf(looking.software);
  if (!way) return { why: "unknown-software" };
  if (way.flow === "miauth") return leaveMisskey(deps, looking, lookRights(way), state);
  const places = await discover(deps.gate, host);
  if (places === "elsewhere") return { why: "elsewhere" };
  const back = backTo(deps, host);
  const client = await appOn(deps, { host, back, places, way, use: "look" }, deps.publicUrl);
  if (!client) return { why: "no-app" };
  const rights = lookRights(way, client.rights);
  const { url, verifier } = await leave({ places, client, back, rights, state });
  const { revokes } = way;
  return { url, attempt: { flow: "oauth", use: "look", host, back, rights, places, client, verifier, revokes, from } };
}

function leaveMisskey(
  deps: SignInDeps,
  { from, webHost: host }: Looking,
  rights: readonly string[],
  state: string,
): Left {
  const [session, back] = [randomUUID(), backTo(deps, host)];
  const url = leaveByMiAuth(host, session, `${back}?state=${state}`, rights);
  return { url, attempt: { flow: "miauth", use: "look", host, back, rights, session, from } };
}

/** How a look ended. `revoked`: the server took the token back; else our copy alone is gone. */
export type Looked<T> =
  | { readonly end: "in"; readonly value: T; readonly revoked: boolean }
  | { readonly end: Exclude<SignInEnd, "in"> };

/** The token of a follower lives for as long as `ask` takes: it is written nowhere, and given back whatever happens. */
export async function receiveLook<T>(
  deps: AppDeps,
  { attempt, ...told }: Back<LookAttempt>,
  ask: (pass: Pass) => Promise<T>,
): Promise<Looked<T>> {
  try {
    const granted = await exchange(deps, attempt, told);
    if (!granted) return { end: attempt.flow === "miauth" ? "denied" : "refused" };
    let revoked = false;
    let looked: Awaited<ReturnType<typeof look<T>>>;
    try {
      looked = await look(deps, attempt, granted, ask);
    } finally {
      const back = attempt.flow === "oauth" && attempt.revokes ? attempt : undefined;
      revoked = await giveBack(deps, back, granted.token);
    }
    return typeof looked === "string" ? { end: looked } : { end: "in", value: looked.value, revoked };
  } catch (error) {
    return { end: endOf(error) };
  }
}

async function look<T>(
  deps: AppDeps,
  attempt: LookAttempt,
  { token, rights }: Granted,
  ask: (pass: Pass) => Promise<T>,
): Promise<{ readonly value: T } | Exclude<SignInEnd, "in">> {
  if (!isWithin(rights, attempt.rights)) return "granted-more";
  // What is asked is counted by a name that nobody had before: from a digest of the account one could find out who looked.
  const signedIn = { host: attempt.host, token, account: `signed-in ${random()}` };
  const whose = await askWhose(deps.gate, attempt, signedIn);
  if (!whose) return "refused";
  if (!isOf(whose, attempt)) return "other-account";
  return { value: await ask({ signedIn, accountId: whose.id, rights }) };
}

/** What somebody of another server is shown there is not what that server shows its people. */
export function isOf({ uri }: Whose, { host, from }: LookAttempt): boolean {
  const home = uri === undefined ? host : URL.parse(uri)?.hostname;
  return home === host || home === from.server;
}
