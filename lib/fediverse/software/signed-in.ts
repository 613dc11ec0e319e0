import type { Sight } from "#lib/domain/evidence/evidence.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { readAcct } from "#lib/domain/names/handle.ts";
import { byLink, FULL_PAGE } from "../follower-list/paging.ts";
import type { Meant, RowPage, Server, SignedInQuestions } from "../question/adapter.ts";
import { rowsOf, says, silent } from "../question/lenient-fields.ts";
import { type Dialect, MastodonAccount, toRow, toSight } from "./mastodon-account.ts";

type Asked<Name extends keyof SignedInQuestions> = NonNullable<SignedInQuestions[Name]>;

/** The rows are accounts; pages go by the numbers of the requests, which stand in the `Link` header alone. */
export const requestsByLink = (dialect: Dialect, limit = FULL_PAGE): Asked<"requests"> => ({
  path: ({ at }) => `/api/v1/follow_requests?limit=${limit}${at === null ? "" : `&max_id=${encodeURIComponent(at)}`}`,
  size: "list",
  reads: (server) =>
    rowsOf(MastodonAccount).transform(
      ({ raw, rows }): Meant<RowPage> =>
        says({ raw, rows: rows.flatMap((entity) => toRow(entity, server, dialect) ?? []) }),
    ),
  next: byLink(limit),
});

/**
 * With one account: found. With none: not found. 503: it could not be fetched, which says nothing. Somebody of another
 * server is a similar name, and nobody who was asked for.
 */
export const resolveBySearch = (dialect: Dialect): Asked<"resolve"> => ({
  path: ({ acct }) => `/api/v1/accounts/search?limit=1&resolve=true&q=${encodeURIComponent(acct)}`,
  reads: (server) =>
    rowsOf(MastodonAccount).transform(({ raw, rows }): Meant<Sight> => {
      if (raw > rows.length) return silent("bad-answer");
      const found = rows.find(({ acct }) => hostIn(acct, server) === serverOf(server.acct));
      return says(found ? toSight(found, server, dialect) : { seen: "absent" });
    }),
});

const hostIn = (acct: string, server: Server): string | undefined => {
  const read = readAcct(acct, server.host);
  return read ? serverOf(read) : undefined;
};
