import { z } from "zod";
import type { Sight } from "#lib/domain/evidence/answers.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { readAcct } from "#lib/domain/names/handle.ts";
import { byLink, FULL_PAGE } from "../follower-list/paging.ts";
import type { Accepted, Meant, Missing, Relation, RowPage, Server, SignedInQuestions } from "../question/adapter.ts";
import { field } from "../question/ask.ts";
import { lenientFlag, rowsOf, says, silent } from "../question/lenient-fields.ts";
import { type Dialect, MastodonAccount, toRow, toSight } from "./mastodon-account.ts";

type SignedInQuestion<Name extends keyof SignedInQuestions> = NonNullable<SignedInQuestions[Name]>;

/** The rows are accounts; pages go by the numbers of the requests, which stand in the `Link` header alone. */
export const requestsByLink = (dialect: Dialect, limit = FULL_PAGE): SignedInQuestion<"requests"> => ({
  path: ({ at }) => `/api/v1/follow_requests?limit=${limit}${at === null ? "" : `&max_id=${encodeURIComponent(at)}`}`,
  size: "list",
  reads: (server) =>
    rowsOf(MastodonAccount).transform(
      ({ raw, rows }): Meant<RowPage> =>
        says({
          raw,
          rows: rows.flatMap((entity) => {
            const row = toRow(entity, server, dialect);
            return row ? { ...row, key: entity.id } : [];
          }),
        }),
    ),
  next: byLink(limit),
});

/** By the account's key, not by the request's; a request that is done with or taken back is 404. */
export const acceptByKey: SignedInQuestion<"accept"> = {
  path: ({ key }) => `/api/v1/follow_requests/${encodeURIComponent(key)}/authorize`,
  body: () => ({}),
  acts: true,
  reads: () => z.object({ followed_by: z.literal(true) }).transform((): Meant<Accepted> => says("in")),
  statusMeans: { 404: says<Accepted>("gone") },
};

/** Iceshrimp.NET answers alike where there was no such request, and says of it that nobody follows by it. */
export const acceptOrPass: SignedInQuestion<"accept"> = {
  ...acceptByKey,
  reads: () =>
    z
      .object({ followed_by: z.boolean() })
      .transform(({ followed_by }): Meant<Accepted> => says(followed_by ? "in" : "gone")),
};

/**
 * With one account: found. With none: not found. 503: it could not be fetched, which says nothing. Somebody of another
 * server is a similar name, and nobody who was asked for.
 */
export const resolveBySearch = (dialect: Dialect): SignedInQuestion<"resolve"> => ({
  path: ({ acct }) => `/api/v1/accounts/search?limit=1&resolve=true&q=${encodeURIComponent(acct)}`,
  reads: (server) =>
    rowsOf(MastodonAccount).transform(({ raw, rows }): Meant<Sight> => {
      if (raw > rows.length) return silent("bad-answer");
      const found = rows.find(({ acct }) => hostIn(acct, server) === serverOf(server.acct));
      return says(found ? toSight(found, server, dialect) : { seen: "absent" });
    }),
});

/**
 * GoToSocial knows no name for a server as a whole here. With nobody in it the answer says nothing: a block, and whoever
 * did not answer, look alike.
 */
export const findsBySearch = (dialect: Dialect): SignedInQuestion<"finds"> => ({
  path: ({ acct }) => `/api/v1/accounts/search?limit=1&resolve=true&q=${encodeURIComponent(`@${acct}`)}`,
  reads: (server) =>
    rowsOf(MastodonAccount).transform(({ rows }): Meant<Sight> => {
      const found = rows.find(({ acct }) => readAcct(acct, server.host) === server.acct);
      return found ? says(toSight(found, server, dialect)) : silent("never-met");
    }),
});

/**
 * Of a name that nobody has Mastodon says with 503 that it could not be fetched, so that it went to look; with nobody, at
 * once, that it did not: a block covers all names below it.
 */
export const missingBySearch: SignedInQuestion<"missing"> = {
  path: ({ missing }) => `/api/v1/accounts/search?limit=1&resolve=true&q=${encodeURIComponent(`nobody@${missing}`)}`,
  reads: () =>
    z
      .array(z.unknown())
      .max(0)
      .transform((): Meant<Missing> => says("left-alone")),
  statusMeans: { 503: (body) => (isNotFetched(body) ? says<Missing>("looked-for") : silent("unreachable")) },
};

/** Its own words: a server that has too much to do answers 503 as well. */
const isNotFetched = (body: unknown): boolean => /^Remote data could not be fetched/.test(String(field(body, "error")));

/** By the address of the actor, which no answer of an earlier day stands for. */
export const fetchBySearch = (dialect: Dialect): SignedInQuestion<"fetch"> => ({
  path: ({ uri }) => `/api/v2/search?type=accounts&limit=1&resolve=true&q=${encodeURIComponent(uri)}`,
  reads: (server) =>
    z.object({ accounts: rowsOf(MastodonAccount) }).transform(({ accounts: { raw, rows } }): Meant<Sight> => {
      const found = rows.find(({ uri }) => uri === server.uri);
      // Nobody at all was found, or somebody who was not asked for: only the first is an answer.
      if (!found && raw > 0) return silent("bad-answer");
      return says(found ? toSight(found, server, dialect) : { seen: "absent" });
    }),
});

/** Whether he blocks or mutes somebody, or is blocked, stands in the same answer and is not read. */
export const relationByKey: SignedInQuestion<"relation"> = {
  path: ({ key }) => `/api/v1/accounts/relationships?id[]=${encodeURIComponent(key)}`,
  reads: ({ key }) =>
    rowsOf(z.object({ id: z.string(), following: z.boolean(), requested: lenientFlag })).transform(
      ({ rows }): Meant<Relation> => {
        const row = rows.find(({ id }) => id === key);
        if (!row) return silent("bad-answer");
        return says(row.following ? "follows" : row.requested ? "requested" : "none");
      },
    ),
};

const hostIn = (acct: string, server: Server): string | undefined => {
  const read = readAcct(acct, server.host);
  return read ? serverOf(read) : undefined;
};
