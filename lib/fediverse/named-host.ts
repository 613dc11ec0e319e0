import { createHash } from "node:crypto";
import { type BlockList, type BlockRow, type NamedHost, plainName } from "#lib/domain/block-match.ts";
import type { Host } from "#lib/domain/evidence.ts";
import { withParents } from "#lib/domain/host.ts";

const digestOf = (name: string) => createHash("sha256").update(name).digest("hex");

/** The few names of one of the mover's servers, with the digests that published lists use in place of names. */
export function namedHost(host: Host, webHost: Host = host): NamedHost {
  const own = new Set([host, webHost]);
  const all = new Set([...own, ...withParents(host), ...withParents(webHost)]);
  return { host, names: [...all].map((name) => ({ name, digest: digestOf(name), own: own.has(name) })) };
}

/**
 * The form in which a list may be kept: clear names become digests, so that what is stored can answer for a name
 * somebody gives and cannot be read as a list. Masked names and wildcards have no clear name to hide.
 */
export function withoutNames(list: BlockList): BlockList {
  const { rule, rows, allowed } = list;
  const hide = (row: BlockRow) => withoutName(row, rule);
  return { ...list, rows: rows.map(hide), ...(allowed ? { allowed: allowed.map(hide) } : {}) };
}

function withoutName({ domain = "", ...row }: BlockRow, rule: BlockList["rule"]): BlockRow {
  if (/[*?[]/.test(domain)) return { ...row, domain };
  return { ...row, digest: row.digest ?? digestOf(plainName(domain, rule)) };
}
