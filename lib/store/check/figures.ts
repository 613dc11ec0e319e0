import { eq, gt, sql } from "drizzle-orm";
import { type WindowKind, windowStart } from "#lib/domain/ports/budget.ts";
import { rows } from "../open/database.ts";
import type { Store } from "../open/store.ts";
import { checks, ledger, people } from "../tables/schema.ts";

/** Sums over all checks for the operator: no host, no account, no check stands in them. */
export type Figures = {
  readonly checks: readonly { readonly state: string; readonly count: number }[];
  readonly oldestQueuedAt: Date | null;
  readonly waits: readonly { readonly why: string; readonly count: number }[];
  readonly hostsPaused: number;
  /** Hosts that want no more for now, and what was asked of the one that was asked most in its window of now. */
  readonly hostsQuiet: number;
  readonly mostUsed: Readonly<Record<WindowKind, number>>;
  readonly missing: readonly { readonly cause: string; readonly certainty: string; readonly count: number }[];
};

const count = sql<number>`count(*)::int`;

export async function readFigures({ db }: Store, now: Date): Promise<Figures> {
  const [states, queued, waits, paused, missing, budgets] = await Promise.all([
    db.select({ state: checks.state, count }).from(checks).groupBy(checks.state),
    db
      .select({ at: sql<string | null>`min(${checks.updatedAt})` })
      .from(checks)
      .where(sql`${checks.state} = 'queued'`),
    rows<{ why: string; count: number }>(
      db,
      sql`select wait->>'why' as why, count(*)::int as count from ${checks}, jsonb_array_elements(${checks.waits}) as wait group by 1`,
    ),
    db
      .select({ count })
      .from(ledger)
      .where(gt(sql`(${ledger.tally}->>'pausedUntil')::numeric`, now.getTime())),
    missingByCause(db),
    budgetsNow(db, now.getTime()),
  ]);
  const oldest = queued[0]?.at;
  return {
    ...{ checks: states, waits, hostsPaused: paused[0]?.count ?? 0, missing, ...budgets },
    oldestQueuedAt: oldest ? new Date(oldest) : null,
  };
}

type Budgets = Pick<Figures, "hostsQuiet" | "mostUsed">;

async function budgetsNow(db: Store["db"], now: number): Promise<Budgets> {
  const used = (kind: WindowKind) => sql<number>`coalesce(max((${ledger.tally}->${kind}->>'used')::int)
    filter (where (${ledger.tally}->${kind}->>'start')::numeric = ${windowStart(kind, now)}), 0)`;
  const isQuiet = sql`(${ledger.tally}->>'quietUntil')::numeric > ${now}`;
  const quiet = sql<number>`(count(*) filter (where ${isQuiet}))::int`;
  const [found] = await db.select({ quiet, all: used("all"), paged: used("paged") }).from(ledger);
  return { hostsQuiet: found?.quiet ?? 0, mostUsed: { all: found?.all ?? 0, paged: found?.paged ?? 0 } };
}

/** The first target's verdict; checks that are still at work are left out. */
async function missingByCause(db: Store["db"]): Promise<Figures["missing"]> {
  const certainty = sql<string>`coalesce((select outcome->>'certainty' from jsonb_each(${people.verdict}) as each(key, outcome) limit 1), 'unknown')`;
  return db
    .select({ cause: sql<string>`coalesce(${people.cause}, 'unknown')`, certainty, count })
    .from(people)
    .innerJoin(checks, sql`${checks.id} = ${people.checkId} and ${checks.state} = 'done'`)
    .where(eq(people.missing, true))
    .groupBy(sql`1`, sql`2`);
}
