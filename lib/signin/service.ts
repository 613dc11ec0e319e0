import { randomUUID } from "node:crypto";
import type { CheckFacts, Side } from "#lib/domain/evidence/evidence.ts";
import type { Tick, TokenSide, TokenUse } from "#lib/domain/ports/tokens.ts";
import { keepAttempt } from "#lib/store/signin/attempts.ts";
import { type AppDeps, appOn } from "./apps.ts";
import { ATTEMPT_MINUTES, type Attempt, cookieOf, hashOf, random } from "./attempt.ts";
import { NotAsked } from "./gate-fetch.ts";
import { leaveByMiAuth } from "./miauth.ts";
import { discover, leave } from "./oauth.ts";
import { MORE, type NoWay, rightsFor, type Wants, type Way, wayFor, wayTo } from "./ways.ts";

export type SignInDeps = AppDeps & { readonly publicUrl: string };

/** Why the mover was not sent away. `until`: when trying again makes sense. */
export type NotBegun =
  | NoWay
  | "by-hand-alone"
  | "at-work"
  | "not-yet"
  | "unreachable"
  | "busy"
  | "elsewhere"
  | "no-app";
export type Begun =
  | { readonly ok: true; readonly url: string; readonly cookie: { readonly name: string; readonly value: string } }
  | { readonly ok: false; readonly why: NotBegun; readonly until?: string };

export const sideIn = (facts: CheckFacts, side: TokenSide): Side | undefined =>
  side === "old" ? facts.old : facts.targets[0];

/** Only the new account has requests that are waited for here. */
export const sideFor = (use: TokenUse): TokenSide => (use === "let-in" ? "new" : use);

/** What can be said before anybody sets out. `why`: nobody is sent there. */
export type Offer = {
  readonly side: TokenSide;
  readonly acct: string;
  readonly host: string;
  readonly software: string;
  readonly rights: readonly string[];
  /** What may be asked beside, each when the owner wants it. */
  readonly ticks: readonly Tick[];
  /** What each of them takes more. */
  readonly more: Readonly<Partial<Record<Tick, string>>>;
  readonly coarse: boolean;
  readonly revokes: boolean;
  readonly why?: NoWay;
};

export const offersFor = (facts: CheckFacts): readonly Offer[] => {
  const sides: readonly TokenSide[] = facts.mode === "moved" ? ["new", "old"] : ["old"];
  return sides.flatMap((side) => {
    const account = sideIn(facts, side);
    const keeps = facts.mode === "planned";
    return account?.acct ? [offerOf({ use: side, account, acct: account.acct, keeps })] : [];
  });
};

type Offering = {
  readonly use: TokenUse;
  readonly account: Side;
  readonly acct: string;
  /** Before a move its owner may want it kept. */
  readonly keeps?: boolean;
  readonly way?: ReturnType<typeof wayTo>;
};

function offerOf({ use, account, acct, keeps, way = wayTo(account) }: Offering): Offer {
  const named = { side: sideFor(use), acct, host: account.webHost };
  if (typeof way === "string")
    return { ...named, software: "", rights: [], ticks: [], more: {}, coarse: false, revokes: false, why: way };
  const { software, coarse = false, revokes, more = {} } = way;
  const ticks = use === "new" ? MORE.filter((tick) => more[tick] !== undefined) : keeps ? (["keep"] as const) : [];
  return { ...named, software, rights: rightsFor(way, { use }), ticks, more, coarse, revokes };
}

/** What letting people in would mean, or why only the owner can do it. Null where there is nobody to do it for. */
export function letInOffer(facts: CheckFacts): Offer | "by-hand-alone" | null {
  const account = facts.mode === "moved" ? sideIn(facts, "new") : undefined;
  if (!account?.acct) return null;
  const way = wayFor(account, "let-in");
  return way === "by-hand-alone" ? way : offerOf({ use: "let-in", account, acct: account.acct, way });
}

/** A way back for each server: where no issuer is named, its path tells whose answer it is. */
export const backTo = ({ publicUrl }: Pick<SignInDeps, "publicUrl">, host: string): string =>
  `${publicUrl}/signin/back/${host}`;

type Wanted = { readonly checkId: string; readonly facts: CheckFacts | null };

/** Prepares everything, so that what can be known to fail does so here and not on a page of that server. */
export async function begin(deps: SignInDeps, { checkId, facts }: Wanted, { use, ticks = [] }: Wants): Promise<Begun> {
  const account = facts && sideIn(facts, sideFor(use));
  if (!account?.acct) return { ok: false, why: facts ? "no-account" : "not-yet" };
  const way = wayFor(account, use);
  if (typeof way === "string") return { ok: false, why: way };
  const state = random();
  const keeps = use === "old" && facts?.mode === "planned" && ticks.includes("keep");
  const going = { account, acct: account.acct, use, ticks, keeps, way, state, back: backTo(deps, account.webHost) };
  try {
    const left = way.flow === "miauth" ? leaveMisskey(going) : await leaveMastodon(deps, going);
    return "why" in left ? { ok: false, ...left } : await keep(deps, checkId, state, left);
  } catch (error) {
    if (!(error instanceof NotAsked)) throw error;
    const until = error.until === undefined ? {} : { until: error.until };
    return { ok: false, why: error.why === "over-budget" ? "busy" : "unreachable", ...until };
  }
}

type Going = {
  readonly account: Side;
  readonly acct: string;
  readonly use: TokenUse;
  readonly ticks: readonly Tick[];
  readonly keeps: boolean;
  readonly way: Way;
  readonly state: string;
  readonly back: string;
};
type Unbound<T> = T extends unknown ? Omit<T, "binder"> : never;
type Left = { readonly url: string; readonly attempt: Unbound<Attempt> };

function leaveMisskey({ account, acct, use, ticks, keeps, way, state, back }: Going): Left {
  const [session, rights] = [randomUUID(), rightsFor(way, { use, ticks })];
  const url = leaveByMiAuth(account.webHost, session, `${back}?state=${state}`, rights);
  return { url, attempt: { flow: "miauth", host: account.webHost, use, keeps, acct, back, rights, session } };
}

async function leaveMastodon(deps: SignInDeps, going: Going): Promise<Left | { readonly why: NotBegun }> {
  const { account, acct, use, ticks, keeps, way, state, back } = going;
  const host = account.webHost;
  const places = await discover(deps.gate, host);
  if (places === "elsewhere") return { why: "elsewhere" };
  const client = await appOn(deps, { host, back, places, way, use }, deps.publicUrl);
  if (!client) return { why: "no-app" };
  const rights = rightsFor(way, { use, ticks }, client.rights);
  const { url, verifier } = await leave({ places, client, back, rights, state });
  return {
    url,
    attempt: { flow: "oauth", host, use, keeps, acct, back, rights, places, client, verifier, revokes: way.revokes },
  };
}

async function keep({ store, seal, now }: SignInDeps, checkId: string, state: string, left: Left): Promise<Begun> {
  const [stateHash, binder] = [hashOf(state), random()];
  const attempt = { ...left.attempt, binder: hashOf(binder) };
  const until = new Date(now().getTime() + ATTEMPT_MINUTES * 60_000);
  await keepAttempt(store, { stateHash, checkId, sealed: seal.close(attempt, stateHash), until });
  return { ok: true, url: left.url, cookie: { name: cookieOf(stateHash), value: binder } };
}
