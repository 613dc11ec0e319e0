import { UNLISTED } from "#lib/causes/index.ts";
import type { MoreInput, NewCheck } from "#lib/contract/check-input.ts";
import type { CheckState, History } from "#lib/contract/check-state.ts";
import type { FollowedServers, FollowersPage, FollowersQuery, Report, ReportServer } from "#lib/contract/report.ts";
import { defined } from "#lib/flow/defined.ts";
import { type CheckRow, endCheck, readCheck, readProgress } from "#lib/store/check/checks.ts";
import { deleteCheck } from "#lib/store/check/delete-check.ts";
import { findPeople } from "#lib/store/check/people/find-people.ts";
import { markPerson } from "#lib/store/check/people/people.ts";
import { readServer } from "#lib/store/check/servers.ts";
import { asOwner } from "#lib/store/check/write.ts";
import { namesPeople } from "../accounts/proof.ts";
import { chooseLooks } from "../again/choose-looks.ts";
import { recheck } from "../again/recheck.ts";
import { byNewRules } from "../judge/by-new-rules.ts";
import { exportCsv, exportJson } from "../report/export.ts";
import { type Feed, readFeed } from "../report/feed.ts";
import { followedCsv } from "../report/followed-csv.ts";
import { toPoint } from "../report/history-point.ts";
import { readFollowed } from "../report/read-followed.ts";
import { readReport, towardsOf } from "../report/read-report.ts";
import { toFollower, toServer } from "../report/read-rows.ts";
import { readState } from "../report/read-state.ts";
import { snapshotCsv, snapshotJson } from "../report/snapshot.ts";
import { leave } from "../signed-in/enter.ts";
import type { CheckDeps } from "../state/deps.ts";
import { type Created, createCheck } from "./create.ts";
import { giveMore } from "./give-more.ts";
import type { InputTaken } from "./input-taken.ts";
import { sameKey } from "./keys.ts";
import { type KeyFor, type LookedBack, lookBack } from "./look-back.ts";
import { profileOf } from "./prove.ts";

/**
 * What routes and pages may do with checks. Every call but the first is by the owner: an unknown id and a wrong key
 * are the same `null`, so that nobody learns which it was.
 */
export type Checks = {
  create(input: NewCheck): Promise<Created>;
  opens(id: string, key: string | null): Promise<boolean>;
  /** Without a key: where a verifier of the check's link expects the way back. */
  profile(id: string): Promise<string | null>;
  state(id: string, key: string | null): Promise<CheckState | null>;
  report(id: string, key: string | null, options: { readonly followers: "inline" | "none" }): Promise<Report | null>;
  followers(id: string, key: string | null, query: FollowersQuery): Promise<FollowersPage | null>;
  server(id: string, key: string | null, host: string): Promise<ReportServer | null>;
  cancel(id: string, key: string | null): Promise<"cancelled" | "ended" | null>;
  mark(id: string, key: string | null, acct: string, mark: "asked" | "skip" | null): Promise<boolean | null>;
  remove(id: string, key: string | null): Promise<boolean | null>;
  give(id: string, key: string | null, more: MoreInput): Promise<InputTaken | null>;
  recheck(id: string, key: string | null): Promise<"again" | "too-early" | null>;
  /** A comparison with other servers, after the move. */
  lookBack(id: string, key: string | null, keyFor: KeyFor): Promise<LookedBack | null>;
  /** Whether it looks again by itself from now on. False: it is about a move that is planned, and never does. */
  looks(id: string, key: string | null, on: boolean): Promise<boolean | null>;
  history(id: string, key: string | null): Promise<History | null>;
  /** By the token in the feed's address, which opens nothing else. */
  feed(id: string, token: string): Promise<Feed | null>;
  exportCsv(id: string, key: string | null): Promise<AsyncIterable<string> | "needs-proof" | null>;
  /** In pieces, an `ExportedReport`. */
  exportJson(id: string, key: string | null): Promise<AsyncIterable<string> | "needs-proof" | null>;
  /** Before a move: whom the mover follows, by name. */
  following(id: string, key: string | null): Promise<FollowedServers | "needs-proof" | null>;
  followingCsv(id: string, key: string | null): Promise<AsyncIterable<string> | "needs-proof" | null>;
  /** The followers alone, as a file that other programs read. */
  snapshot(id: string, key: string | null, kind: "csv" | "json"): Promise<AsyncIterable<string> | "needs-proof" | null>;
};

const SORTS = { "you-follow": "lively", active: "recent", acct: "name" } as const;

export function openChecks(deps: CheckDeps): Checks {
  const { store, now } = deps;
  const owned = (id: string, key: string | null): Promise<CheckRow | null> => ownedCheck(deps, id, key);
  /** As the rules of today judge it. */
  const judged = async (id: string, key: string | null): Promise<CheckRow | null> => {
    const row = await owned(id, key);
    return row && byNewRules(deps, row);
  };
  return {
    create: (input) => createCheck(deps, input),
    profile: async (id) => {
      const row = await readCheck(store, id);
      return row ? profileOf(row) : null;
    },
    opens: async (id, key) => (await progress(deps, id, key)) !== null,
    state: async (id, key) => {
      const row = await progress(deps, id, key);
      return row && readState(deps, row);
    },
    report: async (id, key, { followers }) => {
      const row = await judged(id, key);
      return row && readReport(deps, row, followers);
    },
    followers: async (id, key, { sort, away, youFollow, ...query }) => {
      const row = await judged(id, key);
      if (!row) return null;
      if (!namesPeople(row)) return { items: [], next: null, total: 0 };
      // People who were written to are counted, also where they turned out to be a leftover entry.
      const without = query.mark ? {} : { without: [...UNLISTED] };
      const only = { away: away ? true : undefined, youFollow: youFollow ? true : undefined };
      const page = await findPeople(store, id, {
        ...defined({ ...query, ...only }),
        ...without,
        limit: query.limit,
        sort: SORTS[sort],
      });
      return { ...page, items: page.items.map((person) => toFollower(person, towardsOf(row.facts))) };
    },
    server: async (id, key, host) => {
      const row = await judged(id, key);
      const server = row && namesPeople(row) && (await readServer(store, id, host));
      return server && server.known > 0 ? toServer(server, towardsOf(row.facts), row.mode) : null;
    },
    cancel: async (id, key) => {
      if (!(await owned(id, key))) return null;
      await leave(deps, id);
      return (await asOwner(store, id, now(), (on) => endCheck(on, "cancelled"))) ? "cancelled" : "ended";
    },
    mark: async (id, key, acct, mark) => {
      if (!(await owned(id, key))) return null;
      return (await asOwner(store, id, now(), (on) => markPerson(on, acct, mark))) ?? null;
    },
    remove: async (id, key) => {
      if (!(await owned(id, key))) return null;
      await deps.tokens.drop(id);
      return deleteCheck(store, id);
    },
    give: async (id, key, more) => {
      const row = await owned(id, key);
      return row && giveMore(deps, row, more);
    },
    recheck: async (id, key) => {
      const row = await owned(id, key);
      return row && recheck(deps, row);
    },
    lookBack: async (id, key, keyFor) => {
      const row = await judged(id, key);
      return row && lookBack(deps, row, keyFor);
    },
    looks: async (id, key, on) => {
      const row = await owned(id, key);
      return row && chooseLooks(deps, row, on);
    },
    history: async (id, key) => {
      const row = await progress(deps, id, key);
      return row && { points: row.history.map(toPoint) };
    },
    feed: (id, token) => readFeed(deps, id, token),
    exportCsv: async (id, key) => {
      const row = await judged(id, key);
      return row && (needsProof(row) ? "needs-proof" : exportCsv(store, row));
    },
    exportJson: async (id, key) => {
      const row = await judged(id, key);
      return row && (needsProof(row) ? "needs-proof" : exportJson(deps, row));
    },
    following: async (id, key) => {
      const row = await judged(id, key);
      return row && (needsProof(row) ? "needs-proof" : readFollowed(store, row));
    },
    followingCsv: async (id, key) => {
      const row = await judged(id, key);
      return row && (needsProof(row) ? "needs-proof" : followedCsv(store, row));
    },
    snapshot: async (id, key, kind) => {
      const row = await owned(id, key);
      if (!row || needsProof(row)) return row && "needs-proof";
      return kind === "csv" ? snapshotCsv(store, row) : snapshotJson(store, row);
    },
  };
}

/** A list that leaves this page is for the account's owner alone. */
const needsProof = (row: CheckRow): boolean => row.proof.state === "missing" || !namesPeople(row);

export async function ownedCheck({ store }: CheckDeps, id: string, key: string | null): Promise<CheckRow | null> {
  const row = key ? await readCheck(store, id) : undefined;
  return row && key && sameKey(key, row.keyHash) ? row : null;
}

async function progress({ store }: CheckDeps, id: string, key: string | null) {
  const row = key ? await readProgress(store, id) : undefined;
  return row && key && sameKey(key, row.keyHash) ? row : null;
}
