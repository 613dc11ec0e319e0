import type { Acct } from "#lib/domain/evidence/evidence.ts";
import { readAcct } from "#lib/domain/names/handle.ts";

// `/users/ada`, `/@ada`, `/u/ada`, `/profile/ada`, `/actors/ada`, or `/ada`.
const NAMED = /^\/(?:(?:users|u|profile|actors|accounts|author|channel|c|m)\/|@)?([^/@]+)\/?$/;
const LONGEST = 2048;
/** Softwares that number their people put such keys where others put names. */
const isKey = (name: string) =>
  /^\d+$/.test(name) ||
  /^[0-9a-f-]{24,}$/i.test(name) ||
  (/^[0-9a-z]{10,26}$/i.test(name) && (name.match(/\d/g) ?? []).length > 1);

/**
 * An actor's address often holds its name. A guess for display: the person is known by the address, and where the
 * handle matters the actor is asked.
 */
export function acctFromUri(uri: string): Acct | undefined {
  if (uri.length > LONGEST) return undefined;
  const url = URL.parse(uri);
  const name = NAMED.exec(url?.pathname ?? "")?.[1];
  if (url?.protocol !== "https:" || name === undefined || isKey(name)) return undefined;
  return readAcct(name, url.hostname) ?? undefined;
}
