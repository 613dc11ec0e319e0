import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Host, ServerFacts, TargetKey } from "#lib/domain/evidence.ts";
import type { ServerVerdict } from "#lib/domain/verdict.ts";
import { saveVerdicts } from "./people.ts";
import { servers } from "./schema.ts";
import type { Store } from "./store.ts";
import type { ServerState } from "./tables/types.ts";
import type { Writing } from "./write.ts";

export type ServerRow = typeof servers.$inferSelect;

export type Asked = {
  readonly facts: ServerFacts;
  readonly state: ServerState;
  /** Requests this cost, added to those before. */
  readonly requests: number;
  readonly at: Date;
  readonly slow?: boolean;
};

/** What a server was found to say. Its verdict is out of date until `saveJudged` in this or a later transaction. */
export async function saveAsked(on: Writing, { facts, state, requests, at, slow }: Asked): Promise<void> {
  const asked = { facts, state, askedAt: at, slow: slow ?? false, stale: true, rev: on.rev };
  await on.tx
    .insert(servers)
    .values({ checkId: on.checkId, host: facts.host, asked: requests, ...asked })
    .onConflictDoUpdate({
      target: [servers.checkId, servers.host],
      set: { ...asked, asked: sql`${servers.asked} + ${requests}` },
    });
}

/** A server's verdict with those of all its people. */
export async function saveJudged(on: Writing, judged: ServerVerdict, towards: TargetKey): Promise<void> {
  const { followers, ...verdict } = judged;
  await saveVerdicts(on, followers, towards);
  await on.tx
    .update(servers)
    .set({ verdict, reach: verdict.towards[towards]?.reach ?? null, stale: false, rev: on.rev })
    .where(and(eq(servers.checkId, on.checkId), eq(servers.host, judged.host)));
}

export async function readServer(store: Store, checkId: string, host: Host): Promise<ServerRow | undefined> {
  const [row] = await store.db
    .select()
    .from(servers)
    .where(and(eq(servers.checkId, checkId), eq(servers.host, host)));
  return row;
}

/** The next servers to ask, those with most missing people first. They count as being asked from here on. */
export async function claimServers(on: Writing, limit: number): Promise<Host[]> {
  const next = await on.tx
    .select({ host: servers.host })
    .from(servers)
    .where(and(eq(servers.checkId, on.checkId), eq(servers.state, "todo"), gt(servers.known, 0)))
    .orderBy(desc(servers.missing), asc(servers.host))
    .limit(limit);
  const hosts = next.map(({ host }) => host);
  await setServerState(on, hosts, "asking");
  return hosts;
}

export async function setServerState(on: Writing, hosts: readonly Host[], state: ServerState): Promise<void> {
  if (hosts.length === 0) return;
  await on.tx
    .update(servers)
    .set({ state, rev: on.rev })
    .where(and(eq(servers.checkId, on.checkId), inArray(servers.host, hosts)));
}

/** Every server is to be judged again: the move, or what is known about the new account, changed. */
export async function staleAll(on: Writing): Promise<void> {
  await on.tx.update(servers).set({ stale: true }).where(eq(servers.checkId, on.checkId));
}

/** Hosts whose verdict is out of date, most missing people first. */
export async function staleServers(store: Store, checkId: string, limit: number): Promise<Host[]> {
  const found = await store.db
    .select({ host: servers.host })
    .from(servers)
    .where(and(eq(servers.checkId, checkId), servers.stale, gt(servers.known, 0)))
    .orderBy(desc(servers.missing), asc(servers.host))
    .limit(limit);
  return found.map(({ host }) => host);
}
