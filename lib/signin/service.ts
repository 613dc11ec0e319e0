import { randomUUID } from "node:crypto";
import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { Tick, TokenSide, TokenUse } from "#lib/domain/ports/tokens.ts";
import { defined } from "#lib/flow/defined.ts";
import { type AppDeps, appOn } from "./apps.ts";
import { random } from "./attempt.ts";
import { leaveByMiAuth } from "./miauth.ts";
import { discover, leave } from "./oauth.ts";
import { type Begun, type Left, type NotBegun, setOut } from "./set-out.ts";
import { MORE, type NoWay, rightsFor, type Wants, type Way, wayFor, wayTo } from "./ways.ts";

export type SignInDeps = AppDeps & { readonly publicUrl: string };

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
  const leaving = async () => (way.flow === "miauth" ? leaveMisskey(going) : leaveMastodon(deps, going));
  return setOut(deps, checkId, state, leaving);
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
function leaveMisskey({ account, acct, use, ticks, keeps, way, state, back }: Going): Left {
  const [session, rights] = [randomUUID(), rightsFor(way, { use, ticks })];
  const url = leaveByMiAuth(account.webHost, session, `${back}?state=${state}`, rights);
  const { webHost: host } = account;
  return { url, attempt: { flow: "miauth", host, use, keeps, ticks, acct, back, rights, session } };
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
    attempt: {
      ...{ flow: "oauth", host, use, keeps, ticks, acct, back, rights, places, client, verifier, revokes: way.revokes },
      ...defined({ revokesAll: way.revokesAll }),
    },
  };
}
