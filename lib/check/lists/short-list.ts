import type { Side } from "#lib/domain/evidence/side.ts";
import { userOf } from "#lib/domain/names/acct.ts";
import { askAccount } from "#lib/fediverse/find/account.ts";
import type { EndStep } from "#lib/fediverse/follower-list/pages.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { factsOf } from "#lib/software/index.ts";
import type { Run } from "../state/run-lease.ts";

/** Whom a server suspends is counted and not shown, and one or the other unfollows while the list is read. */
const A_FEW = 20;
const MOST_LEFT_OUT = 0.2;

/** So many fewer than are counted that the list was broken off, or keeps people back. */
export const isShort = (read: number, count: number): boolean =>
  count - read > A_FEW && count - read > count * MOST_LEFT_OUT;

/**
 * A list that came to its end far below the account's own count is not whole: who is not in it may be in the rest. Only
 * of software whose counts and lists were seen to agree. The count is asked for again before that is said: it was read
 * before the list, and right after a Move an old list loses people by the minute.
 */
export async function wholeOrShort(
  { deps }: Pick<Run, "deps">,
  side: Side,
  end: EndStep,
  read: number,
): Promise<EndStep> {
  const software = side.software.known ? side.software.value : undefined;
  const count = side.account.known ? side.account.value.followers : undefined;
  if (!end.complete || count === undefined || !factsOf(software?.name)?.countsWhatItLists || !isShort(read, count))
    return end;
  const user = userOf(side.acct ?? "");
  const who = { server: { host: side.host, webHost: side.webHost }, user };
  const now = await askAccount(adapterFor(software), deps.gate, who, { own: true, anew: true });
  // Where it is not told now, the count from before stands: a list is whole only where one says so.
  const counted = (now.known ? now.value.followers : undefined) ?? count;
  return isShort(read, counted) ? { ...end, complete: false, gap: "hidden-by-server", counted } : end;
}
