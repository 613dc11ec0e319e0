import { isAddress } from "#lib/domain/names/address.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { PersonRow } from "#lib/store/check/people/people.ts";
import type { Store } from "#lib/store/open/store.ts";
import { csvCell, pages } from "./export.ts";

/** One follower as the file has them: enough to find the person again, and nothing that a check found out. */
type Saved = { readonly acct: string; readonly name: string; readonly uri: string };

/** Other programs look for the first column; the second and third are for people, and for those who are renamed. */
const COLUMNS = ["Account address", "Name", "Profile"];

/** The list as other programs read it. */
export async function* snapshotCsv(store: Store, { id }: CheckRow): AsyncGenerator<string> {
  yield `\ufeff${COLUMNS.join(",")}\r\n`;
  for await (const page of pages(store, id))
    yield page.map((row) => `${Object.values(savedOf(row)).map(csvCell).join(",")}\r\n`).join("");
}

/** The same with the day it was read. A later check takes it as the list from before. */
export async function* snapshotJson(store: Store, row: CheckRow): AsyncGenerator<string> {
  const head = { old: row.old, takenAt: row.updatedAt.toISOString() };
  yield `${JSON.stringify(head).slice(0, -1)},"followers":[`;
  let first = true;
  for await (const page of pages(store, row.id)) {
    yield `${first ? "" : ","}\n${page.map((person) => JSON.stringify(savedOf(person))).join(",\n")}`;
    first = false;
  }
  yield "\n]}\n";
}

/** Whom no list named has the address of the profile in its own place, and no name made of it. */
function savedOf({ acct, person: { display = "", uri } }: PersonRow): Saved {
  return isAddress(acct) ? { acct: "", name: display, uri: acct } : { acct, name: display, uri: uri ?? "" };
}
