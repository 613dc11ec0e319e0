import type { BlockEffect, BlockList, BlockRow } from "#lib/domain/blocks/block-match.ts";
import { harmIn } from "#lib/domain/blocks/harm.ts";
import { parseHost } from "#lib/domain/names/host.ts";
import { fitsBudget } from "#lib/fediverse/about/list-budget.ts";
import { withoutNames } from "#lib/fediverse/about/named-host.ts";
import { parseInBites } from "#lib/flow/json-in-bites.ts";
import { pause } from "#lib/flow/pause.ts";
import { rowsOfTable } from "./rows-of-table.ts";

/** Several times what the longest lists in use have. */
const MOST_ROWS = 20_000;
/** Of letters: so many rows with a reason each. */
const LONGEST_LIST = 4_000_000;
/** No host is longer, and what is no host is not compared with one. */
const LONGEST_HOST = 255;
const LONGEST_REASON = 1_000;

/** Severities as words, and as the numbers some exports have. */
const EFFECTS: Readonly<Record<string, BlockEffect | null>> = {
  suspend: "block",
  silence: "limit",
  noop: null,
  none: null,
  "0": "limit",
  "1": "block",
  "2": null,
};

/**
 * A block list that an admin handed out: Mastodon's export, FediBlockHole's, RapidBlock's as JSON or plain, Friendica's
 * without a header. Rows that name no host are passed over. Null: there is nothing in it that could be read. A longer
 * list is refused and not cut: a list that was cut no longer shows that a server is not on it. Read in bites: nobody
 * else waits while it is read.
 */
export async function readHandedList(text: string): Promise<BlockList | "too-long" | null> {
  if (text.length > LONGEST_LIST) return "too-long";
  const trimmed = text.replace(/^\ufeff/, "").trim();
  const read = await (trimmed.startsWith("{") ? fromJson(trimmed) : fromTable(trimmed));
  if (read === "too-long" || read === null || read.rows.length === 0) return read === "too-long" ? read : null;
  return fitsBudget(read) ? read : "too-long";
}

type Entry = { readonly isBlocked?: unknown; readonly reason?: unknown };
/** Each entry has some six fields. */
const JSON_BOUNDS = { texts: MOST_ROWS, parts: 20 * MOST_ROWS };
const BITE = 500;

async function fromJson(text: string): Promise<BlockList | "too-long" | null> {
  const parsed = await parseInBites(text, JSON_BOUNDS);
  if (parsed === "too-many") return "too-long";
  const entries = parsed === "no-json" ? [] : Object.entries(fieldsIn(fieldsIn(parsed.value).blocks));
  if (entries.length > MOST_ROWS) return "too-long";
  const rows: BlockRow[] = [];
  for (let from = 0; from < entries.length; from += BITE) {
    const read = entries.slice(from, from + BITE).flatMap(([domain, entry]) => {
      const { isBlocked, reason }: Entry = fieldsIn(entry);
      return isBlocked === false ? [] : rowOf(domain, "block", typeof reason === "string" ? reason : undefined);
    });
    rows.push(...nameless("mastodon", read));
    await pause();
  }
  return { rule: "mastodon", rows, whole: true };
}

const fieldsIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const nameless = (rule: BlockList["rule"], rows: readonly BlockRow[]): readonly BlockRow[] =>
  withoutNames({ rule, rows, whole: true }).rows;

/** Where quotes are broken a row may have swallowed others: that a server is not in the list shows nothing then. */
async function fromTable(text: string): Promise<BlockList | "too-long"> {
  let columns: Columns | undefined;
  let whole = true;
  let count = 0;
  const rows: BlockRow[] = [];
  for (const bite of rowsOfTable(text)) {
    count += bite.rows.length;
    if (count > MOST_ROWS) return "too-long";
    const hadHead: boolean = columns !== undefined;
    columns ??= columnsOf(bite.rows[0] ?? []);
    const cells = columns.isHead && !hadHead ? bite.rows.slice(1) : bite.rows;
    const at = columns;
    rows.push(
      ...nameless(
        at.rule,
        cells.flatMap((row) => at.read(row)),
      ),
    );
    whole &&= !bite.broken;
    await pause();
  }
  return { rule: columns?.rule ?? "friendica", rows, whole };
}

type Columns = {
  readonly rule: BlockList["rule"];
  readonly isHead: boolean;
  readonly read: (cells: readonly string[]) => readonly BlockRow[];
};

function columnsOf(first: readonly string[]): Columns {
  const head = first.map((cell) => cell.replace(/^#/, "").trim().toLowerCase());
  const [domain, severity, reason] = ["domain", "severity", "public_comment"].map((name) => head.indexOf(name)) as [
    number,
    number,
    number,
  ];
  // Friendica writes patterns and reasons and no header; a plain list is names alone.
  if (domain < 0) return { rule: "friendica", isHead: false, read: ([name = "", why]) => rowOf(name, "block", why) };
  const read = (cells: readonly string[]) => {
    const word = (cells[severity] ?? "").trim().toLowerCase();
    const effect = word === "" ? "block" : (EFFECTS[word] ?? null);
    return effect ? rowOf(cells[domain] ?? "", effect, cells[reason]) : [];
  };
  return { rule: "mastodon", isHead: true, read };
}

function rowOf(text: string, effect: BlockEffect, reason: string | undefined): BlockRow[] {
  if (text.length > LONGEST_HOST) return [];
  const domain = text.trim().toLowerCase();
  const name = /[*?]/.test(domain) ? domain : nameOf(domain);
  return name ? [{ domain: name, effect, ...harmIn(reason?.slice(0, LONGEST_REASON)) }] : [];
}

function nameOf(text: string): string | null {
  const parsed = parseHost(text);
  return parsed.ok ? parsed.host : null;
}
