import { sql } from "drizzle-orm";
import type { Outcome, ServerVerdict, Verdict } from "#lib/domain/diagnosis/verdict.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { createCheck, type NewCheckRow } from "#lib/store/check/checks.ts";
import { takeLease } from "#lib/store/check/lease.ts";
import type { Lease } from "#lib/store/check/write.ts";
import type { Store } from "#lib/store/open/store.ts";

/** Rows for tests: small, valid, and different from each other only where a test says so. */
export const T0 = new Date("2026-11-20T12:00:00.000Z");
export const later = (ms: number): Date => new Date(T0.getTime() + ms);
export const NEW = "new.example";
const DAY = 86_400_000;

export const newCheck = (id: string, more: Partial<NewCheckRow> = {}): NewCheckRow => ({
  id,
  keyHash: `hash of ${id}`,
  mode: "moved",
  old: "ana@old.example",
  targets: ["ana@new.example"],
  proof: { state: "off" },
  createdAt: T0,
  expiresAt: later(30 * DAY),
  ...more,
});

export async function leased(store: Store, id: string): Promise<Lease> {
  await createCheck(store, newCheck(id));
  const fence = await takeLease(store, id, "worker 1");
  if (fence === null) throw new Error("A new check is free to be leased.");
  return { checkId: id, fence };
}

/** As if its holder had been gone for as long as a lease lasts. */
export const letRunOut = async (store: Store, id: string): Promise<void> =>
  void (await store.db.execute(sql`update checks set leased_until = clock_timestamp() where id = ${id}`));

export const person = (acct: string, more: Partial<Person> = {}): Person => ({
  acct,
  server: acct.slice(acct.indexOf("@") + 1),
  in: [],
  old: {},
  ...more,
});

export const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  position: "old-only",
  group: "admin",
  cause: "new-server-blocked",
  certainty: "proven",
  reach: "blocked",
  reachCertainty: "proven",
  also: [],
  undecided: [],
  because: [0],
  ...more,
});

export const verdict = (acct: string, more: Partial<Outcome> = {}): Verdict => ({
  acct,
  server: acct.slice(acct.indexOf("@") + 1),
  outcomes: { [NEW]: outcome(more) },
});

export const facts = (host: string): ServerFacts => ({ host, onOld: {}, onTarget: {}, byOld: {}, byTarget: {} });

/** Of what is said towards a target the store itself reads the reach alone. */
export const judged = (host: string, followers: readonly Verdict[]): ServerVerdict => ({
  host,
  known: followers.length,
  onePerson: false,
  facts: [{ fact: "nodeinfo", known: false, gap: "not-asked" }],
  towards: { [NEW]: { missing: followers.length, reach: "blocked" } } as unknown as ServerVerdict["towards"],
  followers,
});

/** A check that has ended, with so many people `p1@far.example` and on from a list handed in. */
export async function fillCheck(store: Store, id: string, count: number): Promise<void> {
  await createCheck(store, newCheck(id, { expiresAt: new Date("2100-01-01") }));
  for (let from = 0; from < count; from += 10_000)
    await store.db.execute(sql`
      insert into people (check_id, acct, server, person, rev)
      select ${id}, 'p' || n || '@far.example', 'far.example',
        jsonb_build_object('acct', 'p' || n || '@far.example', 'server', 'far.example', 'before', 'list', 'in', '[]'::jsonb), 1
      from generate_series(${from}::int + 1, ${Math.min(count, from + 10_000)}::int) as n`);
  await store.db.execute(sql`update checks set state = 'done' where id = ${id}`);
}
