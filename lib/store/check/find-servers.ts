import { and, asc, count, desc, eq, gt, inArray, isNotNull, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { Reach, ServerVerdict } from "#lib/domain/diagnosis/verdict.ts";
import type { Host } from "#lib/domain/names/spellings.ts";
import type { Store } from "../open/store.ts";
import { storable } from "../tables/json.ts";
import { servers } from "../tables/schema.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { Page } from "./people/find-people.ts";
import type { ServerRow } from "./servers.ts";

export type ServersQuery = {
  readonly reach?: Reach;
  /** Only those where somebody is missing. */
  readonly missing?: boolean;
  readonly cursor?: string;
  readonly limit: number;
};

/** Those from which somebody is known from before, of these hosts and of all below these names. */
export async function knownHosts(
  { db }: Store,
  checkId: string,
  { hosts, below }: { readonly hosts: readonly Host[]; readonly below: readonly Host[] },
): Promise<readonly Host[]> {
  if (hosts.length + below.length === 0) return [];
  const named = or(
    inArray(servers.host, hosts.map(storable)),
    ...below.map((name) => like(servers.host, `%.${storable(name)}`)),
  );
  const found = await db
    .select({ host: servers.host })
    .from(servers)
    .where(and(eq(servers.checkId, checkId), gt(servers.known, 0), named))
    .orderBy(asc(servers.host));
  return found.map(({ host }) => host);
}

/** Servers with people known from before, most missing first. */
export async function findServers(store: Store, checkId: string, query: ServersQuery): Promise<Page<ServerRow>> {
  const where = and(
    ...[eq(servers.checkId, checkId), gt(servers.known, 0)],
    query.reach && eq(servers.reach, query.reach),
    query.missing ? gt(servers.missing, 0) : undefined,
  );
  const found = await store.db
    .select()
    .from(servers)
    .where(and(where, past(query.cursor)))
    .orderBy(desc(servers.missing), asc(servers.host))
    .limit(query.limit + 1);
  const [{ total } = { total: 0 }] = await store.db.select({ total: count() }).from(servers).where(where);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: found.length > query.limit && last ? encodeCursor([last.missing, last.host]) : null, total };
}

/** What was found about each server in short; of a long list, whose servers are thousands, nothing else fits in memory. */
export async function readTowards({ db }: Store, checkId: string): Promise<readonly JudgedInShort[]> {
  const towards = sql<ServerVerdict["towards"]>`${servers.verdict} -> 'towards'`;
  return db
    .select({ host: servers.host, towards })
    .from(servers)
    .where(and(eq(servers.checkId, checkId), gt(servers.known, 0), isNotNull(servers.verdict)));
}
export type JudgedInShort = Pick<ServerVerdict, "host" | "towards">;

function past(cursor: string | undefined): SQL | undefined {
  const [missing, host] = (cursor && decodeCursor(cursor)) || [];
  if (typeof missing !== "number" || typeof host !== "string") return undefined;
  return or(lt(servers.missing, missing), and(eq(servers.missing, missing), gt(servers.host, storable(host))));
}

/** What changed after a reader's revision, oldest change first. */
export function serversSince(store: Store, checkId: string, rev: number, limit: number): Promise<ServerRow[]> {
  return store.db
    .select()
    .from(servers)
    .where(and(eq(servers.checkId, checkId), gt(servers.known, 0), gt(servers.rev, rev)))
    .orderBy(servers.rev, servers.host)
    .limit(limit);
}
