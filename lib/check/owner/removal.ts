import { splitAcct } from "#lib/domain/names/acct.ts";
import { askAccount } from "#lib/fediverse/find/account.ts";
import { findAccount } from "#lib/fediverse/find/discover.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { checksAbout } from "#lib/store/check/checks.ts";
import { deleteCheck } from "#lib/store/check/delete-check.ts";
import { deleteSharesAbout } from "#lib/store/check/shares.ts";
import { forgetAccount } from "#lib/store/memory/memory-rows.ts";
import { type Fields, readAddress } from "../accounts/addresses.ts";
import { rememberNodeInfo } from "../servers/kept-answers.ts";
import type { CheckDeps } from "../state/deps.ts";

/** A word for the profile: only the account's owner can put it there. */
export type RemovalWord =
  | { readonly ok: true; readonly acct: string; readonly word: string }
  | { readonly ok: false; readonly fields: Fields };
export type Removed =
  | { readonly ok: true; readonly removed: number }
  | { readonly ok: false; readonly fields: Fields }
  | { readonly ok: false; readonly missing: "word" | "profile" };

const LENGTH = 12;

export function removalWord({ sign }: Pick<CheckDeps, "sign">, address: string): RemovalWord {
  const read = readAddress(address);
  if (!read.ok) return { ok: false, fields: { address: read.code } };
  return { ok: true, acct: read.acct, word: `remove-${sign(`removal ${read.acct}`).slice(0, LENGTH)}` };
}

/** Either of a move's two accounts, proven, takes away every check and every page about it. */
export async function removeAll(deps: CheckDeps, address: string): Promise<Removed> {
  const wanted = removalWord(deps, address);
  if (!wanted.ok) return wanted;
  const profile = await profileOf(deps, wanted.acct);
  if (profile === null) return { ok: false, missing: "profile" };
  if (!profile.includes(wanted.word)) return { ok: false, missing: "word" };
  const pages = await deleteSharesAbout(deps.store, wanted.acct);
  const checks = await checksAbout(deps.store, wanted.acct);
  for (const id of checks) {
    await deps.tokens.drop(id);
    await deleteCheck(deps.store, id);
  }
  await forgetAccount(deps.store.db, wanted.acct);
  return { ok: true, removed: pages + checks.length };
}

/** The person who wants to be removed asks about his own account. */
const OWN = { own: true } as const;

/** Null where the profile could not be read, which says nothing about the word. */
async function profileOf(deps: CheckDeps, acct: string): Promise<string | null> {
  const [user, host] = splitAcct(acct);
  const found = await findAccount(deps.gate, { user, host }, OWN);
  if (!found.known) return null;
  const { server, uri } = found.value;
  const { fact } = await rememberNodeInfo(deps, server, OWN);
  const adapter = adapterFor(fact.known ? fact.value.software : undefined);
  const account = await askAccount(adapter, deps.gate, { server, user, uri }, OWN);
  return account.known ? (account.value.about ?? "") : null;
}
