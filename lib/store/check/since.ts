import { and, eq, isNotNull } from "drizzle-orm";
import type { Acct, Host, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Store } from "../open/store.ts";
import { people, servers } from "../tables/schema.ts";
import type { SaidBefore } from "../tables/types.ts";

/** Those who were missing when the lists were read the time before, and are not any more. */
export async function arrivedSince(store: Store, checkId: string): Promise<readonly Acct[]> {
  const found = await store.db
    .select({ acct: people.acct })
    .from(people)
    .where(and(eq(people.checkId, checkId), people.wasMissing, eq(people.missing, false)))
    .orderBy(people.acct);
  return found.map(({ acct }) => acct);
}

export type AskedTwice = { readonly host: Host; readonly before: SaidBefore; readonly now: ServerFacts };

export async function askedTwice(store: Store, checkId: string): Promise<readonly AskedTwice[]> {
  const found = await store.db
    .select({ host: servers.host, before: servers.saidBefore, now: servers.facts })
    .from(servers)
    .where(and(eq(servers.checkId, checkId), eq(servers.state, "done"), isNotNull(servers.saidBefore)))
    .orderBy(servers.host);
  return found.flatMap(({ host, before, now }) => (before && now ? [{ host, before, now }] : []));
}
