import { readRows } from "#components/start/list/read-list.ts";
import { MOST_FOLLOWED } from "#lib/contract/most-followed.ts";

/** One more than are taken says that there were too many. */
const MOST = MOST_FOLLOWED + 1;
/** No line of such a file is longer. */
const LONGEST = 4_000;

/** The addresses in a table such as Mastodon's `following_accounts.csv`, read as the start page reads a list of followers. */
export function addressesIn(text: string): readonly string[] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length && rows.length <= MOST; ) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next;
    const cells = end - at > LONGEST ? [] : cellsIn(text.slice(at, end));
    // The first row may name the columns; of the others those without an address are notes.
    if (rows.length === 0 || cells.some((cell) => cell.includes("@"))) rows.push(cells);
    at = end + 1;
  }
  return readRows(rows).handles.slice(0, MOST);
}

/** Longer addresses are nobody's. */
const LONGEST_ADDRESS = 500;

const cellsIn = (line: string): string[] =>
  line.split(/[,;\t]/).map((cell) => (cell.length > LONGEST_ADDRESS ? "" : cell.replace(/["\ufeff]/g, "").trim()));
