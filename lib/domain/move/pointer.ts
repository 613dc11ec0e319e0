import type { Gap } from "../evidence/fact.ts";
import type { Side } from "../evidence/side.ts";
import { isAddress } from "../names/address.ts";

/** Where an account sends its visitors. `silent`: its software publishes no redirect, so there may be one. */
export type Pointer =
  | { readonly to: "this" | "elsewhere"; readonly address: string }
  | { readonly to: "nowhere" | "silent" }
  | { readonly to: "unread"; readonly gap: Gap };

export function pointer(from: Side, towards: Side): Pointer {
  const said = redirectsOf(from);
  const names = namesOf(towards);
  const addresses = said.filter((address) => address !== null);
  const here = addresses.find((address) => isOneOf(address, names));
  if (here !== undefined) return { to: "this", address: here };
  const other = addresses.find((address) => isComparable(address, names));
  if (addresses.length > 0) return other === undefined ? UNREAD : { to: "elsewhere", address: other };
  if (said.length > 0) return { to: "nowhere" };
  const gap = from.actor.known ? undefined : from.actor.gap;
  if (from.actor.known || from.account.known) return gap === undefined ? { to: "silent" } : { to: "unread", gap };
  return { to: "unread", gap: from.actor.gap };
}

/** Whether a redirect that somebody else shows leads to a third account. A key of its database leads nobody knows where. */
export function leadsAway(address: string, towards: Side): boolean {
  const names = namesOf(towards);
  return /:\/\/|@/.test(address) && isComparable(address, names) && !isOneOf(address, names);
}

const UNREAD: Pointer = { to: "unread", gap: "bad-answer" };

/** Null is an answer: the software shows redirects and there is none. */
export function redirectsOf({ account, actor }: Side): readonly (string | null)[] {
  const said = [account.known ? account.value.movedTo : undefined, actor.known ? actor.value.movedTo : undefined];
  return said.filter((address) => address !== undefined);
}

/** Everything an account is called by: its addresses in lower case, its identifiers as they are. */
export function namesOf({ acct, account, actor, self }: Side): readonly string[] {
  const known = account.known ? [account.value.acct, account.value.uri, account.value.url] : [];
  const uri = actor.known ? actor.value.uri : undefined;
  return [acct, ...known, uri, self?.known ? self.value : undefined].filter((name) => name !== undefined);
}

const plain = (name: string) => (isAddress(name) ? name : name.replace(/^@|^acct:/, "").toLowerCase());

export const isOneOf = (address: string, names: readonly string[]): boolean =>
  names.some((name) => plain(name) === plain(address));

/** An identifier can be told from other identifiers only, a handle from other handles. */
const isComparable = (address: string, names: readonly string[]): boolean =>
  names.some((name) => isAddress(name) === isAddress(address));
