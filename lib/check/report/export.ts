import { UNLISTED } from "#lib/causes/index.ts";
import type { ReportFollower } from "#lib/contract/report.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { type PersonRow, peopleAfter } from "#lib/store/check/people/people.ts";
import type { Store } from "#lib/store/open/store.ts";
import type { CheckDeps } from "../state/deps.ts";
import { exportedEvidence } from "./exported-evidence.ts";
import { listOf } from "./list-of.ts";
import { readReport, towardsOf } from "./read-report.ts";
import { toFollower } from "./read-rows.ts";

const PAGE = 1_000;
const COLUMNS = [
  "address",
  "name",
  "server",
  "group",
  "cause",
  "certainty",
  "following_works",
  "you_follow",
  "mark",
  "uri",
  "new_address",
];

/** One row a follower, a page at a time: a list of 200,000 never stands in memory whole. */
export async function* exportCsv(store: Store, row: CheckRow): AsyncGenerator<string> {
  // Spreadsheets take UTF-8 for something else without the mark.
  yield `\ufeff${COLUMNS.join(",")}\r\n`;
  const towards = towardsOf(row.facts);
  for await (const page of pages(store, row.id)) {
    const lines = page
      .map((person) => exported(person, towards))
      .filter(isExported)
      .map(csvLine);
    if (lines.length > 0) yield lines.join("");
  }
}

/**
 * The report with everybody in it and the evidence behind it: a file that can be handed in again as the list from
 * before, and judged again by `npm run judge`. As text, a page at a time, like the other one.
 */
export async function* exportJson(
  deps: Pick<CheckDeps, "store" | "avatarPath">,
  row: CheckRow,
): AsyncGenerator<string> {
  const { store } = deps;
  const { followers: _, ...report } = await readReport(deps, row, "none");
  const towards = towardsOf(row.facts);
  const named = new Set<string>();
  yield `${JSON.stringify(report).slice(0, -1)},"followers":`;
  yield* listOf(pages(store, row.id), (one) => {
    const follower = exported(one, towards);
    if (!isExported(follower)) return undefined;
    named.add(one.person.acct);
    if (one.person.uri !== undefined) named.add(one.person.uri);
    return follower;
  });
  if (row.facts) {
    const person = (one: PersonRow): Person => (isExported(exported(one, towards)) ? one.person : unnamed(one.person));
    yield ',"evidence":';
    yield* exportedEvidence(store, { ...row, facts: row.facts }, named, listOf(pages(store, row.id), person));
  }
  yield "}";
}

/** Who has no name has none in a file either: the address of the profile stands in a place of its own. */
function exported(row: PersonRow, towards: string | undefined): ReportFollower {
  const follower = toFollower(row, towards);
  return follower.nameless ? { ...follower, acct: "" } : follower;
}

const isExported = ({ cause }: ReportFollower): boolean => cause === null || !UNLISTED.has(cause);
/** Leftover entries of the old list are counted and judged again, and not listed. */
const unnamed = ({ display: _, uri: _uri, ...person }: Person): Person => ({ ...person, acct: "" });

export async function* pages(store: Store, id: string): AsyncGenerator<readonly PersonRow[]> {
  for (let after = ""; ; ) {
    const page = await peopleAfter(store, id, after, PAGE);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (page.length < PAGE || !last) return;
    after = last.acct;
  }
}

export function csvLine(follower: ReportFollower): string {
  const {
    acct,
    display = "",
    server,
    group,
    cause,
    certainty,
    reach,
    youFollow,
    mark = "",
    uri = "",
    newAddress = "",
  } = follower;
  const cells = [
    acct,
    display,
    server,
    group ?? "",
    cause ?? "",
    certainty ?? "",
    reach,
    youFollow ? "yes" : "",
    mark,
    uri,
    newAddress,
  ];
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/**
 * A spreadsheet runs what begins like a formula; names are written by strangers. Where it writes numbers with a comma,
 * a cell begins after a semicolon too, whatever is quoted.
 */
export function csvCell(text: string): string {
  const safe = text.replace(
    /^(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r|])|(?<=;)(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu,
    "'",
  );
  return /[",;\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
