import type { Acct, OldRow, Person } from "#lib/domain/evidence.ts";
import type { Row } from "#lib/fediverse/adapter.ts";
import type { Book, ListName } from "./book.ts";

/** A row as a person. Lists by address alone meet those by handle through the address. */
export function personOf(book: Book, which: ListName, row: Row): Person[] {
  const { acct: given, guessed, uri, display, ...flags } = row;
  const acct = (guessed || !given) && uri ? (book.uris.get(uri) ?? given ?? nameless(uri)) : given;
  if (!acct) return [];
  if (uri) book.uris.set(uri, acct);
  const server = acct.slice(acct.lastIndexOf("@") + 1);
  const key = book.facts.targets[0]?.key;
  return [
    {
      ...{ acct, server },
      ...(uri === undefined ? {} : { uri }),
      ...(display === undefined ? {} : { display }),
      ...(which === "old" ? { old: flags satisfies OldRow, in: [] } : { in: key === undefined ? [] : [key] }),
    },
  ];
}

/** Some softwares name people by a number in the address. It stands for the name until somebody's list says more. */
function nameless(uri: string): Acct | undefined {
  const url = URL.parse(uri);
  const last = url?.pathname.split("/").filter(Boolean).at(-1);
  return url && last ? `${last.toLowerCase()}@${url.hostname}` : undefined;
}
