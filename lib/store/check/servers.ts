import { and, asc, desc, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { ServerVerdict } from "#lib/domain/diagnosis/verdict.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Host, TargetKey } from "#lib/domain/names/spellings.ts";
import type { Store } from "../open/store.ts";
import { toJson } from "../tables/json.ts";
import { servers } from "../tables/schema.ts";
import type { ServerState } from "../tables/types.ts";
import { saveVerdicts } from "./people/people.ts";
import { inSlices } from "./slices.ts";
import type { Writing } from "./write.ts";

export type ServerRow = typeof servers.$inferSelect;

export type AskedServer = {
  readonly facts: ServerFacts;
  readonly state: ServerState;
  /** Requests this cost, added to those before. */
  readonly requests: number;
  readonly at: Date;
};

type OneOrMany<T> = T | readonly T[];
const many = <T extends object>(given: OneOrMany<T>): readonly T[] => (Array.isArray(given) ? given : [given as T]);

/** What servers were found to say. A verdict is out of date until `saveJudged` in this or a later transaction. */
export async function saveAsked({ tx, checkId, rev }: Writing, asked: OneOrMany<AskedServer>): Promise<void> {
  for (const slice of inSlices([...new Map(many(asked).map((one) => [one.facts.host, one])).values()])) {
    const given = toJson(
      slice.map(({ facts, state, requests, at }) => {
        return { host: facts.host, facts, state, asked: requests, asked_at: at.toISOString() };
      }),
    );
    await tx.execute(sql`
      insert into servers (check_id, host, facts, state, asked, asked_at, stale, rev)
      select ${checkId}, given.*, true, ${rev} from jsonb_to_recordset(${given}::jsonb)
        as given(host text, facts jsonb, state text, asked int, asked_at timestamptz)
      on conflict (check_id, host) do update set facts = excluded.facts, state = excluded.state, slow = false,
        asked = servers.asked + excluded.asked, asked_at = excluded.asked_at, stale = true, rev = excluded.rev`);
  }
}

/** What is new about servers that were asked before: it cost them nothing. */
export async function saveFacts({ tx, checkId, rev }: Writing, found: readonly ServerFacts[]): Promise<void> {
  for (const slice of inSlices(found)) {
    const given = toJson(slice.map((facts) => ({ host: facts.host, facts })));
    await tx.execute(sql`
      update servers set facts = given.facts, stale = true, rev = ${rev}
      from jsonb_to_recordset(${given}::jsonb) as given(host text, facts jsonb)
      where servers.check_id = ${checkId} and servers.host = given.host`);
  }
}

/** What the owner shuts out himself is not known any more, at any server. */
export async function forgetOwn({ tx, checkId, rev }: Writing, target: TargetKey): Promise<void> {
  const place = sql`array['byTarget', ${target}::text, 'own']`;
  await tx.execute(sql`
    update servers set facts = facts #- ${place}, stale = true, rev = ${rev}
    where check_id = ${checkId} and facts #> ${place} is not null`);
}

/** Servers' verdicts with those of all their people: for many servers hardly dearer than for one. */
export async function saveJudged(on: Writing, judged: OneOrMany<ServerVerdict>, towards: TargetKey): Promise<void> {
  const all = many(judged);
  const followers = all.flatMap((one) => one.followers);
  await saveVerdicts(on, followers, towards);
  for (const slice of inSlices(all)) await saveSummaries(on, slice, towards);
}

async function saveSummaries({ tx, checkId, rev }: Writing, judged: readonly ServerVerdict[], towards: TargetKey) {
  const given = toJson(
    judged.map(({ followers: _, ...verdict }) => {
      const reach = verdict.towards[towards]?.reach ?? null;
      return { check_id: checkId, host: verdict.host, verdict, reach };
    }),
  );
  await tx.execute(sql`
    update servers set verdict = given.verdict, reach = given.reach, stale = false, rev = ${rev}
    from jsonb_to_recordset(${given}::jsonb) as given(check_id text, host text, verdict jsonb, reach text)
    where servers.check_id = given.check_id and servers.host = given.host`);
}

export async function readServers(store: Store, checkId: string, hosts: readonly Host[]): Promise<ServerRow[]> {
  return store.db
    .select()
    .from(servers)
    .where(and(eq(servers.checkId, checkId), inArray(servers.host, [...hosts])));
}

export async function readServer(store: Store, checkId: string, host: Host): Promise<ServerRow | undefined> {
  const [row] = await store.db
    .select()
    .from(servers)
    .where(and(eq(servers.checkId, checkId), eq(servers.host, host)));
  return row;
}

/**
 * The next servers to ask, those with most missing people first. They count as being asked from here on. Where nobody
 * is missing there is nothing to ask for.
 */
export async function claimServers(on: Writing, limit: number): Promise<Host[]> {
  const next = await on.tx
    .select({ host: servers.host })
    .from(servers)
    .where(and(eq(servers.checkId, on.checkId), eq(servers.state, "todo"), gt(servers.missing, 0)))
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

/** Until they have answered after all. */
export async function markSlow({ tx, checkId, rev }: Writing, hosts: readonly Host[]): Promise<void> {
  await tx
    .update(servers)
    .set({ slow: true, rev })
    .where(and(eq(servers.checkId, checkId), eq(servers.state, "asking"), inArray(servers.host, hosts)));
}

/** Of those being asked, the ones whose people have all turned up meanwhile: whatever they answer explains nobody. */
export async function releaseServers({ tx, checkId, rev }: Writing): Promise<Host[]> {
  const released = await tx
    .update(servers)
    .set({ state: "todo", rev })
    .where(and(eq(servers.checkId, checkId), eq(servers.state, "asking"), eq(servers.missing, 0)))
    .returning({ host: servers.host });
  return released.map(({ host }) => host);
}

/** Every server is to be judged again: the move, or what is known about the new account, changed. */
export async function staleAll(on: Writing): Promise<void> {
  await on.tx.update(servers).set({ stale: true }).where(eq(servers.checkId, on.checkId));
}

export async function staleAt(on: Writing, hosts: readonly Host[]): Promise<void> {
  if (hosts.length === 0) return;
  const theirs = and(eq(servers.checkId, on.checkId), inArray(servers.host, [...hosts]));
  await on.tx.update(servers).set({ stale: true }).where(theirs);
}

/** Nobody there is known from before; the mover follows somebody. */
const followedAndAsked = (checkId: string) => sql`(${servers.facts} is not null and exists (
  select from people where people.check_id = ${checkId} and people.server = ${servers.host} and people.you_follow))`;

/** Complete: nobody of them is missing. */
export type Stale = "all" | "complete";

/** Hosts whose verdict is out of date, most missing people first. */
export async function staleServers(
  store: Store,
  checkId: string,
  limit: number,
  which: Stale = "all",
): Promise<Host[]> {
  const complete = which === "complete" ? eq(servers.missing, 0) : undefined;
  const somebody = or(gt(servers.known, 0), followedAndAsked(checkId));
  const found = await store.db
    .select({ host: servers.host })
    .from(servers)
    .where(and(eq(servers.checkId, checkId), servers.stale, somebody, complete))
    .orderBy(desc(servers.missing), asc(servers.host))
    .limit(limit);
  return found.map(({ host }) => host);
}
