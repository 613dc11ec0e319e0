import { and, eq, isNotNull, sql } from "drizzle-orm";
import { checks, people, servers } from "../tables/schema.ts";
import type { Writing } from "./write.ts";

/**
 * The lists will be read again. Who was in the old one is known from before from now on; who is on it still shows
 * when it has been read. Nobody who once arrived is ever called gone.
 */
export async function forgetLists(on: Writing, knownAs: "snapshot" | "list"): Promise<void> {
  const before = sql`jsonb_build_object('before', coalesce(${people.person}->>'before', ${knownAs}::text))`;
  await on.tx
    .update(people)
    .set({ person: sql`(${people.person} - 'old') || ${before}`, wasMissing: sql`${people.missing}`, rev: on.rev })
    .where(and(eq(people.checkId, on.checkId), people.known));
  await on.tx.update(checks).set({ cursor: {} }).where(eq(checks.id, on.checkId));
}

const SAID = sql`jsonb_build_object('onOld', ${servers.facts}->'onOld', 'onTarget', ${servers.facts}->'onTarget')`;

/** Servers with missing people whose answers are older than this are asked again. Of the others nothing can be new. */
export async function askAgain(on: Writing, askedBefore: Date): Promise<void> {
  const all = eq(servers.checkId, on.checkId);
  await on.tx
    .update(servers)
    .set({ saidBefore: null })
    .where(and(all, isNotNull(servers.saidBefore)));
  const old = sql`${servers.missing} > 0 and (${servers.askedAt} is null or ${servers.askedAt} < ${askedBefore.toISOString()}::timestamptz)`;
  await on.tx.update(servers).set({ state: "todo", stale: true, saidBefore: SAID, rev: on.rev }).where(and(all, old));
}
