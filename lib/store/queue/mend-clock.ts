import { sql } from "drizzle-orm";
import { LEASE_MS } from "../check/lease.ts";
import type { Store } from "../open/store.ts";

/** Between a job's time and ours lies no more than the machines' work. */
const CLOSE_MS = 5_000;

/**
 * Jobs are counted by the clock of the database. Where it is set back, a dead worker would count as alive, the round
 * that looks for dead ones would not come, and a check whose turn it is would not be woken, all until the clock has
 * caught up. So whatever lies in a future that it cannot have been written in is taken to be of now.
 */
export async function mendClock({ db }: Store, queue: string): Promise<void> {
  const ahead = (ms: number) => sql`clock_timestamp() + ${ms} * interval '1 millisecond'`;
  await db.execute(sql`
    update pgboss.job set heartbeat_on = clock_timestamp()
    where name = ${queue} and state = 'active' and heartbeat_on > ${ahead(CLOSE_MS)}`);
  await db.execute(sql`
    update pgboss.queue set monitor_on = least(monitor_on, clock_timestamp()),
      monitor_claim_on = least(monitor_claim_on, clock_timestamp()), maintain_on = least(maintain_on, clock_timestamp())
    where name = ${queue} and greatest(monitor_on, monitor_claim_on, maintain_on) > ${ahead(CLOSE_MS)}`);
  // Who is queued or at work is due now, or at the end of a lease. The other moments are looked at by the tidying.
  await db.execute(sql`
    update pgboss.job set start_after = clock_timestamp()
    from checks
    where job.name = ${queue} and job.state in ('created', 'retry') and job.singleton_key = checks.id
      and checks.state in ('queued', 'running') and checks.resumes_at is null
      and job.start_after > ${ahead(LEASE_MS + CLOSE_MS)}`);
}
