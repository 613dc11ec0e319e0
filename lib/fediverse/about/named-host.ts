import { createHash } from "node:crypto";
import {
  type BlockList,
  type BlockRow,
  isTooLong,
  listedName,
  type NamedHost,
} from "#lib/domain/blocks/block-match.ts";
import { withParents } from "#lib/domain/names/host.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import { MATCH_RULES } from "#lib/software/match-rules.ts";

const NAMES = ["handle", "actor"] as const;
const digestOf = (name: string) => createHash("sha256").update(name).digest("hex");

/** The few names of one of the mover's servers, with the digests that published lists use in place of names. */
export function namedHost(host: Host, webHost: Host = host): NamedHost {
  const above = { handle: withParents(host), actor: withParents(webHost) } as const;
  const names = [...new Set([host, webHost, ...above.handle, ...above.actor])].map((name) => ({
    name,
    digest: digestOf(name),
    own: name === host || name === webHost,
    of: NAMES.filter((of) => above[of].includes(name)),
  }));
  return { host, names };
}

/**
 * The form in which a list may be kept: clear names become digests, so that what is stored can answer for a name
 * somebody gives and cannot be read as a list. What was masked already, and patterns for many names, stay as they are.
 */
export function withoutNames(list: BlockList): BlockList {
  const { rule, rows, allowed } = list;
  // A row too long to be a name stays a row, so that a list of allowed servers does not become none.
  const hide = (row: BlockRow) => withoutName(isTooLong(row) ? { ...row, domain: "" } : row, rule);
  return { ...list, rows: rows.map(hide), ...(allowed ? { allowed: allowed.map(hide) } : {}) };
}

const leads = (rule: BlockList["rule"]): boolean => MATCH_RULES[rule].wildcards.includes("lead");

/** A whole ending, like `*.example`, names nobody. */
function nameBehind(domain: string): string | undefined {
  const written = domain.trimStart();
  const name = written.startsWith("*.") ? written.slice(2) : "";
  const dot = name.indexOf(".", 1);
  return dot > 0 && dot < name.length - 1 && !/[*?[]/.test(name) ? name : undefined;
}

function withoutName({ domain = "", ...row }: BlockRow, rule: BlockList["rule"]): BlockRow {
  const behind = row.digest === undefined && leads(rule) ? nameBehind(domain) : undefined;
  if (behind) return { ...row, lead: true, digest: digestOf(listedName(behind, rule)) };
  if (/[*?[]/.test(domain)) return { ...row, domain };
  return { ...row, digest: row.digest ?? digestOf(listedName(domain, rule)) };
}
