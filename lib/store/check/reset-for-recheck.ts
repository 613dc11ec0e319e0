import { and, eq, isNotNull, sql } from "drizzle-orm";
import { checks, people, servers } from "../tables/schema.ts";
import type { Writing } from "./write.ts";

/**
 * The lists of a planned move are those from before from now on, and will be read again. Nobody who once arrived is ever
 * called gone.
 */
export async function forgetLists(on: Writing, knownAs: "snapshot" | "list"): Promise<void> {
  const person = sql`(${people.person} - 'old') || ${before(knownAs)}`;
  await on.tx
    .update(people)
    .set({ person, wasMissing: sql`${people.missing}`, rev: on.rev })
    .where(knownIn(on));
  await forgetPlaces(on);
}

/**
 * The lists will be read again. Who was in the old one is known from before from now on, and stands in it until it has
 * been read to its end without him.
 */
export async function readAnew(on: Writing, knownAs: "snapshot" | "list"): Promise<void> {
  const certainty = sql`(select outcome.value->>'certainty' from jsonb_each(${people.verdict}) outcome limit 1)`;
  await on.tx
    .update(people)
    .set({
      ...{ person: sql`${people.person} || ${before(knownAs)}`, wasMissing: sql`${people.missing}` },
      ...{ wasCause: sql`${people.cause}`, wasCertainty: certainty, rev: on.rev },
    })
    .where(knownIn(on));
  await forgetPlaces(on);
}

/** The old list has ended: who was met in an earlier reading alone has left it. */
export async function dropUnread(on: Writing, reading: number): Promise<void> {
  const met = sql`coalesce((${people.person}->'old'->>'reading')::int, 0)`;
  await on.tx
    .update(people)
    .set({ person: sql`${people.person} - 'old'`, rev: on.rev })
    .where(and(knownIn(on), sql`${people.person} ? 'old'`, sql`${met} < ${reading}`));
}

const before = (knownAs: "snapshot" | "list") =>
  sql`jsonb_build_object('before', coalesce(${people.person}->>'before', ${knownAs}::text))`;
const knownIn = (on: Writing) => and(eq(people.checkId, on.checkId), people.known);
const forgetPlaces = (on: Writing) => on.tx.update(checks).set({ cursor: {} }).where(eq(checks.id, on.checkId));

/** It is about other accounts now: every server is asked anew, and nothing it said of the ones before is kept. */
export async function askAll(on: Writing): Promise<void> {
  await on.tx
    .update(servers)
    .set({ state: "todo", stale: true, facts: null, saidBefore: null, rev: on.rev })
    .where(eq(servers.checkId, on.checkId));
}

const SAID = sql`jsonb_build_object('onOld', ${servers.facts}->'onOld', 'onTarget', ${servers.facts}->'onTarget',
  'life', ${servers.facts}->'life')`;

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
