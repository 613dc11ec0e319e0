import type { CheckRow } from "#lib/store/check/checks.ts";
import type { Store } from "#lib/store/open/store.ts";
import { csvCell } from "./export.ts";
import { keysOf, readFollowed } from "./read-followed.ts";

/** The first column is the one that other programs look for. */
export async function* followedCsv(store: Store, row: CheckRow): AsyncGenerator<string> {
  const keys = keysOf(row);
  const head = ["Account address", "server", ...keys.flatMap((key) => [key, `${key} why`])];
  yield `\ufeff${head.map(csvCell).join(",")}\r\n`;
  for (const { host, people, at } of (await readFollowed(store, row)).servers) {
    const found = keys.flatMap((key) => [at[key]?.kind ?? "", at[key]?.why.join(" ") ?? ""]);
    yield people.map((acct) => `${[acct, host, ...found].map(csvCell).join(",")}\r\n`).join("");
  }
}
