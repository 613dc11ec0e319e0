import { z } from "zod";
import { parseHost } from "#lib/domain/names/host.ts";
import { byLink, FULL_PAGE } from "../follower-list/paging.ts";
import type { Cut, Meant, OwnQuestions, OwnServer, RowPage } from "../question/adapter.ts";
import { LONGEST_ADDRESS, rowsOf, says } from "../question/lenient-fields.ts";
import { type Dialect, MastodonAccount, toRow } from "./mastodon-account.ts";

/** As many as Mastodon and Pixelfed give at once. Nobody blocks more of their followers' servers by hand. */
const MOST = 200;
const STAR = "*.";

type Servers = NonNullable<OwnQuestions["servers"]>;

const askServers = (path: string, isWhole: (raw: number) => boolean, star = ""): Servers["question"] => ({
  path: () => path,
  reads: () =>
    rowsOf(z.string().max(LONGEST_ADDRESS)).transform(({ raw, rows }) =>
      says(
        rows.flatMap((row) => readServer(row, star)),
        isWhole(raw),
      ),
    ),
});

function readServer(row: string, star: string): readonly OwnServer[] {
  const isStarred = star !== "" && row.startsWith(star);
  const read = parseHost(isStarred ? row.slice(star.length) : row);
  return read.ok ? [{ name: read.host, ...(isStarred ? { below: true as const } : {}) }] : [];
}

/** By the domain in handles (Mastodon), or by the host of the actor's address (Pixelfed). */
export const ownServers = (compares: Servers["compares"]): Servers => ({
  compares,
  question: askServers(`/api/v1/domain_blocks?limit=${MOST}`, (raw) => raw < MOST),
});

/** All of them at once. Pleroma lets a star stand for the name and all below it; Akkoma took that out. */
export const ownServersOfPleroma = (star: boolean): Servers => ({
  compares: "actor",
  question: askServers("/api/v1/domain_blocks", () => true, star ? STAR : ""),
});

/** `place`: the parameter by which the pages of that software go. */
type Pages = { readonly limit?: number; readonly place?: string };

export const ownPeople = (
  dialect: Dialect,
  { limit = FULL_PAGE, place = "max_id" }: Pages = {},
): OwnQuestions["people"] => ({
  path: ({ at }) => `/api/v1/blocks?limit=${limit}${at === null ? "" : `&${place}=${encodeURIComponent(at)}`}`,
  size: "list",
  reads: (server) =>
    rowsOf(MastodonAccount).transform(
      ({ raw, rows }): Meant<RowPage> => says({ raw, rows: rows.flatMap((row) => toRow(row, server, dialect) ?? []) }),
    ),
  next: byLink(limit, { place }),
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

const cuts: NonNullable<OwnQuestions["cuts"]> = {
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
export const ownBlocksOfMastodon = (dialect: Dialect): OwnQuestions => ({
  servers: ownServers("handle"),
  people: ownPeople(dialect),
  cuts,
});
