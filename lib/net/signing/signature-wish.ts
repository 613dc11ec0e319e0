import type { SignatureForm } from "#lib/domain/ports/ports.ts";
import { readJson } from "#lib/flow/read-json.ts";
import type { Raw } from "../exchange.ts";

/** Mastodon: `Request not signed`; GoToSocial: `http request wasn't signed`; Akkoma and forks: the same words. */
const WISH = /\bsignature\b|n[o']t signed\b|\bunsigned\b/i;
const NAMES_STANDARD = /\brfc[ -]?9421\b|\bhttp message signatures?\b/i;

const challengeOf = ({ headers }: Raw): string => headers["www-authenticate"] ?? "";
const textOf = ({ bytes }: Raw): string => bytes?.toString("utf8") ?? "";

/** A 401 that names signatures, or that says nothing else. */
export function asksForSignature(raw: Raw): boolean {
  if (raw.status !== 401) return false;
  const [challenge, text] = [challengeOf(raw), textOf(raw)];
  return WISH.test(`${challenge} ${text}`) || (challenge === "" && text.trim() === "");
}

/** The draft, unless the refusal names the standard. */
export const formWanted = (raw: Raw): SignatureForm =>
  raw.headers["accept-signature"] !== undefined || NAMES_STANDARD.test(`${challengeOf(raw)} ${textOf(raw)}`)
    ? "rfc9421"
    : "cavage";

const LONGEST = 300;

/** The sentence in which a server refuses, for the operator to read. A page for people is none. */
export function reasonIn(raw: Raw): string | undefined {
  const text = textOf(raw).trim();
  const said = errorIn(text) ?? (text.startsWith("<") ? "" : text);
  // What is cut away by the end is not looked through either.
  const plain = said
    .slice(0, 4 * LONGEST)
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim();
  return plain === "" ? undefined : plain.slice(0, LONGEST).toWellFormed();
}

function errorIn(text: string): string | undefined {
  const read = readJson(text);
  if (!read) return undefined;
  const { error } = Object(read.value) as { readonly error?: unknown };
  return typeof error === "string" ? error : "";
}
