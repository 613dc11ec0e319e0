import type { Account, Side } from "#lib/domain/evidence/side.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import { type ListStep, readFollowers } from "#lib/fediverse/follower-list/list.ts";
import { FULL_PAGE } from "#lib/fediverse/follower-list/paging.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Run } from "../state/run-lease.ts";
import type { ListPlace } from "../state/run-state.ts";

/** Of one of the mover's two lists, from a place on. */
export function listPages(
  { deps, signal }: Run,
  side: Side,
  place: ListPlace,
  pass?: Pass,
): AsyncGenerator<ListStep, void> {
  const account = accountOf(side, pass);
  const uri = account?.uri ?? (side.actor.known ? side.actor.value.uri : undefined);
  const of = {
    server: { host: side.host, webHost: side.webHost },
    user: side.acct ? userOf(side.acct) : "",
    ...defined({ account, uri }),
  };
  const left =
    account?.followers === undefined ? {} : { pagesLeft: Math.ceil((account.followers - place.read) / FULL_PAGE) };
  const adapter = adapterFor(side.software.known ? side.software.value : undefined);
  const asked = pass && adapter.signedIn?.followers ? { ...adapter, followers: adapter.signedIn.followers } : adapter;
  return readFollowers(asked, deps.gate, of, {
    own: true,
    signal,
    ...defined({ signedIn: pass?.signedIn }),
    ...left,
    ...defined({ cursor: place.cursor }),
  });
}

/** Who signed in is known by the key that the server gave with it. */
function accountOf({ account, acct }: Side, pass: Pass | undefined): Account | undefined {
  const shown = account.known ? account.value : undefined;
  if (!pass || acct === undefined) return shown;
  return { acct, ...shown, id: pass.accountId };
}
