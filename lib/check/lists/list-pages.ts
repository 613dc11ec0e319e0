import type { Side } from "#lib/domain/evidence/evidence.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import { type ListStep, readFollowers } from "#lib/fediverse/follower-list/list.ts";
import { FULL_PAGE } from "#lib/fediverse/follower-list/paging.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import type { Run } from "../state/run-lease.ts";
import type { ListPlace } from "../state/run-state.ts";

/** Of one of the mover's two lists, from a place on. */
export function listPages({ deps, signal }: Run, side: Side, place: ListPlace): AsyncGenerator<ListStep, void> {
  const account = side.account.known ? side.account.value : undefined;
  const uri = account?.uri ?? (side.actor.known ? side.actor.value.uri : undefined);
  const of = {
    server: { host: side.host, webHost: side.webHost },
    user: side.acct ? userOf(side.acct) : "",
    ...(account ? { account } : {}),
    ...(uri === undefined ? {} : { uri }),
  };
  const left =
    account?.followers === undefined ? {} : { pagesLeft: Math.ceil((account.followers - place.read) / FULL_PAGE) };
  const adapter = adapterFor(side.software.known ? side.software.value : undefined);
  return readFollowers(adapter, deps.gate, of, {
    own: true,
    signal,
    ...left,
    ...(place.cursor ? { cursor: place.cursor } : {}),
  });
}
