import type { Raw } from "../exchange.ts";

/** Mastodon: `Request not signed`; GoToSocial: `http request wasn't signed`; Akkoma and forks: the same words. */
const WISH = /\bsignature\b|n[o']t signed\b|\bunsigned\b/i;

/** A refusal that a signature may lift: a 401 that says nothing else, or any that names signatures. */
export function asksForSignature({ status, headers, bytes }: Raw): boolean {
  if (status !== 401 && status !== 403) return false;
  const challenge = headers["www-authenticate"] ?? "";
  const text = bytes?.toString("utf8") ?? "";
  return WISH.test(`${challenge} ${text}`) || (status === 401 && challenge === "" && text.trim() === "");
}
