import { z } from "zod";
import { parseHost } from "#lib/domain/names/host.ts";
import { byLink, FULL_PAGE } from "../follower-list/paging.ts";
import type { Cut, Meant, RowPage, SignedInQuestions } from "../question/adapter.ts";
import { LONGEST_ADDRESS, rowsOf, says } from "../question/lenient-fields.ts";
import { type Dialect, MastodonAccount, toRow } from "./mastodon-account.ts";

type Own = NonNullable<SignedInQuestions["own"]>;

/** As many as it gives at once. Nobody blocks more of their followers' servers by hand. */
const MOST = 200;

const domains: Own["domains"] = {
  path: () => `/api/v1/domain_blocks?limit=${MOST}`,
  reads: () =>
    rowsOf(z.string()).transform(({ raw, rows }) =>
      says(
        rows.flatMap((name) => {
          const read = parseHost(name);
          return read.ok ? [read.host] : [];
        }),
        raw < MOST,
      ),
    ),
};

const people = (dialect: Dialect): Own["people"] => ({
  path: ({ at }) => `/api/v1/blocks?limit=${FULL_PAGE}${at === null ? "" : `&max_id=${encodeURIComponent(at)}`}`,
  size: "list",
  reads: (server) =>
    rowsOf(MastodonAccount).transform(
      ({ raw, rows }): Meant<RowPage> => says({ raw, rows: rows.flatMap((row) => toRow(row, server, dialect) ?? []) }),
    ),
  next: byLink(FULL_PAGE),
});

const BY: Readonly<Record<string, Cut["by"]>> = {
  domain_block: "server",
  user_domain_block: "own-block",
  account_suspension: "account",
};

const Severed = z.object({
  created_at: z.iso.datetime({ offset: true }),
  event: z.object({ type: z.string(), target_name: z.string().max(LONGEST_ADDRESS), followers_count: z.int().min(0) }),
});

const cuts: Own["cuts"] = {
  path: () => `/api/v1/notifications?limit=40&types[]=severed_relationships`,
  reads: () =>
    rowsOf(Severed).transform(({ rows }) =>
      says(
        rows.flatMap(({ created_at: at, event: { type, target_name: of, followers_count: followers } }) => {
          const by = BY[type];
          return by && followers > 0 ? [{ of, by, followers, at }] : [];
        }),
      ),
    ),
};

/** The owner's alone: what others have blocked is never asked for. */
export const ownBlocks = (dialect: Dialect): Own => ({ domains, people: people(dialect), cuts });
