import type { NewCheck } from "#lib/contract/check-input.ts";
import { type HandleError, parseHandle } from "#lib/domain/names/handle.ts";
import { parseHost } from "#lib/domain/names/host.ts";

/** Codes of what is wrong with an input, by its field; pages have the words. */
export type Fields = Readonly<Record<string, string>>;
export type Addresses = { readonly old: string; readonly targets: readonly string[] };
export type ReadAddresses = ({ readonly ok: true } & Addresses) | { readonly ok: false; readonly fields: Fields };

/** The addresses of a new check in canonical form. Nothing is stored and nobody is asked for a wrong one. */
export function readAddresses(input: NewCheck): ReadAddresses {
  const old = readAddress(input.old);
  const targets =
    input.mode === "planned"
      ? input.candidates.map((text, at) => [`candidates.${at}`, readCandidate(text)] as const)
      : input.new === undefined
        ? []
        : [["new", readAddress(input.new)] as const];
  const fields = Object.fromEntries(
    [["old", old] as const, ...targets].flatMap(([field, read]) => (read.ok ? [] : [[field, read.code]])),
  );
  if (Object.keys(fields).length > 0 || !old.ok) return { ok: false, fields };
  const accts = targets.flatMap(([, read]) => (read.ok ? [read.acct] : []));
  if (accts.includes(old.acct)) return { ok: false, fields: { [targets[0]?.[0] ?? "new"]: "same-account" } };
  return { ok: true, old: old.acct, targets: [...new Set(accts)] };
}

type ReadAddress = { readonly ok: true; readonly acct: string } | { readonly ok: false; readonly code: string };

export function readAddress(text: string): ReadAddress {
  const parsed = parseHandle(text);
  return parsed.ok ? { ok: true, acct: parsed.handle.acct } : { ok: false, code: codeOf(parsed.error) };
}

/** Other candidates for a plan, each a server or an account there. */
export function readCandidates(texts: readonly string[], old: string): ReadCandidates {
  const read = texts.map((text, at) => [`candidates.${at}`, readCandidate(text)] as const);
  const fields = Object.fromEntries(read.flatMap(([field, one]) => (one.ok ? [] : [[field, one.code]])));
  const targets = [...new Set(read.flatMap(([, one]) => (one.ok ? [one.acct] : [])))];
  if (targets.includes(old)) return { ok: false, fields: { ...fields, "candidates.0": "same-account" } };
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, targets };
}
type ReadCandidates =
  | { readonly ok: true; readonly targets: readonly string[] }
  | { readonly ok: false; readonly fields: Fields };

/** A candidate is a server, or an account that exists there already. */
function readCandidate(text: string): ReadAddress {
  const host = parseHost(
    text
      .trim()
      .replace(/^https?:\/\//, "")
      .replace(/\/$/, ""),
  );
  if (host.ok) return { ok: true, acct: host.host };
  return text.includes("@") ? readAddress(text) : { ok: false, code: `host-${host.why}` };
}

const codeOf = (error: HandleError): string => {
  if (error.code === "host") return `host-${error.why}`;
  if (error.code === "other-network") return `network-${error.network}`;
  return error.code;
};
