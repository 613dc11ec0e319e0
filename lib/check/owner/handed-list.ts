import Papa from "papaparse";
import type { BlockEffect, BlockList, BlockRow } from "#lib/domain/blocks/block-match.ts";
import { harmIn } from "#lib/domain/blocks/harm.ts";
import { parseHost } from "#lib/domain/names/host.ts";
import { withoutNames } from "#lib/fediverse/about/named-host.ts";

/** Several times what the longest lists in use have. */
const MOST_ROWS = 20_000;
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
 * list is refused and not cut: a list that was cut no longer shows that a server is not on it.
 */
export function readHandedList(text: string): BlockList | "too-long" | null {
  const trimmed = text.replace(/^\ufeff/, "").trim();
  const read = trimmed.startsWith("{") ? fromJson(trimmed) : fromTable(trimmed);
  if (read === "too-long") return read;
  return read && read.rows.length > 0 ? withoutNames({ ...read, whole: true }) : null;
}

type Read = Pick<BlockList, "rule" | "rows">;

function fromJson(text: string): Read | "too-long" | null {
  try {
    const { blocks } = JSON.parse(text) as { blocks?: Record<string, { isBlocked?: boolean; reason?: string }> };
    const entries = Object.entries(blocks ?? {});
    if (entries.length > MOST_ROWS) return "too-long";
    const rows = entries.flatMap(([domain, { isBlocked, reason }]) =>
      isBlocked === false ? [] : rowOf(domain, "block", reason),
    );
    return { rule: "mastodon", rows };
  } catch {
    return null;
  }
}

function fromTable(text: string): Read | "too-long" {
  const { data, meta } = Papa.parse<string[]>(text, { skipEmptyLines: "greedy", preview: MOST_ROWS });
  if (meta.truncated) return "too-long";
  const head = (data[0] ?? []).map((cell) => cell.replace(/^#/, "").trim().toLowerCase());
  const at = {
    domain: head.indexOf("domain"),
    severity: head.indexOf("severity"),
    reason: head.indexOf("public_comment"),
  };
  // Friendica writes patterns and reasons and no header; a plain list is names alone.
  if (at.domain < 0)
    return { rule: "friendica", rows: data.flatMap(([domain = "", reason]) => rowOf(domain, "block", reason)) };
  const rows = data.slice(1).flatMap((cells) => {
    const severity = (at.severity < 0 ? "" : (cells[at.severity] ?? "")).trim().toLowerCase();
    const effect = severity === "" ? "block" : (EFFECTS[severity] ?? null);
    return effect ? rowOf(cells[at.domain] ?? "", effect, cells[at.reason]) : [];
  });
  return { rule: "mastodon", rows };
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
