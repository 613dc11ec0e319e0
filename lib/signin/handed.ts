import type { Side } from "#lib/domain/evidence/side.ts";
import type { TokenSide } from "#lib/domain/ports/tokens.ts";
import { readFacts } from "#lib/store/check/checks.ts";
import type { AppDeps } from "./apps.ts";
import { hold, signedInAs } from "./keeping.ts";
import { type CameBack, endOf, type SignInEnd } from "./return.ts";
import { sideIn } from "./service.ts";
import { rightsFor, type Way, wayTo } from "./ways.ts";
import { askWhose, isSameAccount } from "./whose.ts";

type Handed = { readonly use: TokenSide; readonly token: string };

/**
 * A token that its owner has at hand, for the terminal. It is kept like one that was given to us, and not given back: it is
 * not ours. Of an account that moved away Mastodon does not tell any more whose a token is, and its list still opens to it.
 */
export async function takeToken(deps: AppDeps, checkId: string, { use, token }: Handed): Promise<CameBack> {
  const facts = await readFacts(deps.store, checkId);
  const side = facts && sideIn(facts, use);
  if (!side?.acct) return { end: "refused", checkId, use };
  const way = wayOf(side);
  const found = way ? await whose(deps, side, way, token).catch(endOf) : "refused";
  if (typeof found === "string") return { end: found, checkId, use };
  const rights = way ? rightsFor(way, { use }) : [];
  await hold(deps, checkId, use, { host: side.webHost, token, accountId: found.id, rights });
  return { end: "in", checkId, use, acct: side.acct, host: side.webHost, rights };
}

/** One from before the move is as good as before it, though nobody is let sign in any more. */
function wayOf(side: Side): Way | undefined {
  const { account } = side;
  const asBefore = account.known ? { ...account, value: { ...account.value, movedTo: null } } : account;
  const way = wayTo({ ...side, account: asBefore });
  return typeof way === "string" ? undefined : way;
}

type Found = { readonly id: string } | Exclude<SignInEnd, "in">;

async function whose(deps: AppDeps, side: Side, way: Way, token: string): Promise<Found> {
  const told = await askWhose(deps.gate, way, signedInAs(deps, side.webHost, token, ""));
  if (told) return isSameAccount(told, side) ? told : "other-account";
  const { account } = side;
  const hasMoved = account.known && Boolean(account.value.movedTo);
  return hasMoved && account.value.id !== undefined ? { id: account.value.id } : "refused";
}
