import { defined } from "#lib/flow/defined.ts";

/** Addresses out of a file somebody saved, whatever made it. Parsed in the browser; the server looks at each again. */
export type ReadList = {
  readonly handles: readonly string[];
  readonly kind: "snapshot" | "severed" | "list";
  /** When the list was read, where the file says so. */
  readonly takenAt?: string;
};

type Row = readonly string[];

/** The columns that hold addresses in files of Mastodon and of ours. */
const ADDRESS_COLUMNS = ["account address", "acct", "address", "handle", "account"];

export function readRows(rows: readonly Row[]): ReadList {
  const header = (rows[0] ?? []).map((cell) =>
    cell
      .trim()
      .replace(/^\ufeff/, "")
      .toLowerCase(),
  );
  const column = header.findIndex((cell) => ADDRESS_COLUMNS.includes(cell));
  const cells = column < 0 ? rows.map(firstAddress) : rows.slice(1).map((row) => row[column] ?? "");
  return { handles: cells.map((cell) => cell.trim()).filter((cell) => cell.includes("@")), kind: kindOf(header) };
}

/** As our tables call it, and as older ones did. */
const REACH_COLUMNS = ["following_works", "reach"];

const firstAddress = (row: Row): string => row.find((cell) => cell.includes("@")) ?? "";

/** Mastodon's severed-relationships file has one column; its list of followed accounts has more and is no list of followers. */
function kindOf(header: readonly string[]): ReadList["kind"] {
  if (header.includes("cause") && REACH_COLUMNS.some((name) => header.includes(name))) return "snapshot";
  // Our own saved list; a list of followed accounts has no such column.
  if (header.includes("account address") && header.includes("profile")) return "snapshot";
  return header.length === 1 && header[0] === "account address" ? "severed" : "list";
}

/** Our own JSON export carries the people with their addresses, a saved list the moment it was read as well. */
export function readExport(text: string): ReadList | undefined {
  if (!text.trimStart().startsWith("{")) return undefined;
  try {
    const { followers, takenAt } = JSON.parse(text) as { followers?: unknown; takenAt?: unknown };
    if (!Array.isArray(followers)) return undefined;
    return { handles: followers.flatMap(acctOf), kind: "snapshot", ...defined({ takenAt: momentOf(takenAt) }) };
  } catch {
    return undefined;
  }
}

/** What is no moment is left out: a list without its day is a list all the same. */
const momentOf = (given: unknown): string | undefined =>
  typeof given === "string" && !Number.isNaN(Date.parse(given)) ? new Date(given).toISOString() : undefined;

const acctOf = (row: unknown): string[] =>
  typeof row === "object" && row !== null && "acct" in row && typeof row.acct === "string" ? [row.acct] : [];
