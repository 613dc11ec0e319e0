import { AuthorizationResponseError } from "oauth4webapi";
import type { TokenUse } from "#lib/domain/ports/tokens.ts";
import { defined } from "#lib/flow/defined.ts";
import { readFacts } from "#lib/store/check/checks.ts";
import { takeAttempt } from "#lib/store/signin/attempts.ts";
import type { AppDeps } from "./apps.ts";
import { type Attempt, cookieOf, fits, hashOf, type LookAttempt } from "./attempt.ts";
import { NotAsked, wasUnasked } from "./gate-fetch.ts";
import { type GiveBack, giveBackUnkept, hold, keptUntilFor, signedInAs } from "./keeping.ts";
import { comeBackByMiAuth } from "./miauth.ts";
import { comeBack, type Granted } from "./oauth.ts";
import { type SignInDeps, sideFor, sideIn } from "./service.ts";
import { isWithin } from "./ways.ts";
import { askWhose, isSameAccount, type Whose } from "./whose.ts";

/** How a way to the own server ended, for whom it may be told. */
export type SignInEnd = "in" | "denied" | "other-account" | "granted-more" | "refused" | "unreachable" | "busy";
export type CameBack =
  /** No such attempt, or it is somebody else's: nothing about any check is told. */
  | { readonly end: "unknown" }
  | { readonly end: Exclude<SignInEnd, "in">; readonly checkId: string; readonly use: TokenUse }
  | ({ readonly end: "in"; readonly checkId: string } & Entered);
export type Entered = {
  readonly use: TokenUse;
  readonly acct: string;
  readonly host: string;
  readonly rights: readonly string[];
  readonly keptUntil?: string;
};

export type Told = {
  /** Whose way back it is, by its path. */
  readonly host: string;
  readonly query: URLSearchParams;
  readonly cookie: (name: string) => string | undefined;
};

/** Somebody who is back in the browser that set out. */
export type Back<Of extends Attempt | LookAttempt = Attempt | LookAttempt> = {
  readonly checkId: string;
  readonly attempt: Of;
  readonly state: string;
  readonly query: URLSearchParams;
};

/** Whose way back it is: once, in time, and in the browser that set out. */
export async function takeBack(deps: AppDeps, { host, query, cookie }: Told): Promise<Back | undefined> {
  const state = query.get("state");
  const stateHash = hashOf(state ?? "");
  const row = state ? await takeAttempt(deps.store, stateHash, deps.now()) : undefined;
  const attempt = row && deps.seal.open<Attempt | LookAttempt>(row.sealed, stateHash);
  if (!row || !state || !attempt || !fits(attempt, host, cookie(cookieOf(stateHash)))) return undefined;
  return { checkId: row.checkId, attempt, state, query };
}

export async function receive(deps: SignInDeps, { checkId, attempt, ...told }: Back<Attempt>): Promise<CameBack> {
  const { use } = attempt;
  const end = await enter(deps, checkId, attempt, told).catch(endOf);
  if (end !== "in") return { end, checkId, use };
  const { acct, host, rights, keeps } = attempt;
  const kept = keeps ? { keptUntil: keptUntilFor(deps) } : {};
  return { end, checkId, use, acct, host, rights, ...kept };
}

/** What the server said no to is an end like others; a mistake of ours is not. */
export function endOf(error: unknown): Exclude<SignInEnd, "in"> {
  // That we may not ask on is no silence of the server.
  if (error instanceof NotAsked) return wasUnasked(error) ? "busy" : "unreachable";
  if (error instanceof AuthorizationResponseError) return error.error === "access_denied" ? "denied" : "refused";
  // All that the library finds wrong with an answer has a code of its own.
  if (error instanceof Error && "code" in error && String(error.code).startsWith("OAUTH_")) return "refused";
  throw error;
}

type Query = { readonly state: string; readonly query: URLSearchParams };

async function enter(deps: SignInDeps, checkId: string, attempt: Attempt, told: Query): Promise<SignInEnd> {
  const granted = await exchange(deps, attempt, told);
  if (!granted) return attempt.flow === "miauth" ? "denied" : "refused";
  const back = attempt.flow === "oauth" && attempt.revokes ? attempt : undefined;
  let whose: Awaited<ReturnType<typeof judge>> | undefined;
  try {
    whose = await judge(deps, checkId, attempt, granted);
  } finally {
    const { host } = attempt;
    const isKept = typeof whose === "object";
    if (!isKept) await giveBackUnkept(deps, { host, token: granted.token, ...defined({ giveBack: back }) });
  }
  if (typeof whose === "string") return whose;
  await keepFor(deps, checkId, attempt, granted, whose, back);
  return "in";
}

export async function exchange(
  { gate }: Pick<AppDeps, "gate">,
  attempt: Attempt | LookAttempt,
  { state, query }: Query,
): Promise<Granted | undefined> {
  const { host, rights, back } = attempt;
  if (attempt.flow === "oauth") {
    const { places, client, verifier } = attempt;
    return comeBack(gate, { places, client, back, rights, state, verifier, told: query });
  }
  return query.get("session") === attempt.session ? comeBackByMiAuth(gate, host, attempt.session, rights) : undefined;
}

/** Whose it is, or why it is not kept: a right that nobody asked for, somebody else's account. */
async function judge(
  deps: SignInDeps,
  checkId: string,
  attempt: Attempt,
  { token, rights }: Granted,
): Promise<Whose | Exclude<SignInEnd, "in">> {
  if (!isWithin(rights, attempt.rights)) return "granted-more";
  const userinfo = attempt.flow === "oauth" ? attempt.places.userinfo_endpoint : undefined;
  const whose = await askWhose(deps.gate, attempt, signedInAs(deps, attempt.host, token, ""), userinfo);
  const facts = await readFacts(deps.store, checkId);
  const side = facts && sideIn(facts, sideFor(attempt.use));
  if (!whose || side?.webHost !== attempt.host) return "refused";
  return isSameAccount(whose, side) ? whose : "other-account";
}

async function keepFor(
  deps: SignInDeps,
  checkId: string,
  { host, use, keeps, ticks }: Attempt,
  { token, rights }: Granted,
  { id: accountId }: Whose,
  back: GiveBack | undefined,
): Promise<void> {
  const held = {
    host,
    token,
    accountId,
    rights,
    ticks,
    ...(keeps ? { keptUntil: keptUntilFor(deps) } : {}),
    ...(back ? { giveBack: giveBackOf(back) } : {}),
  };
  await hold(deps, checkId, use, held);
}

const giveBackOf = ({ places, client, revokesAll }: GiveBack): GiveBack => ({
  ...{ places, client },
  ...defined({ revokesAll }),
});
