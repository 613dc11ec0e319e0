import { sql } from "drizzle-orm";
import { rows } from "../../open/database.ts";
import type { Writing } from "../write.ts";

/** Who stood in an earlier reading of the old list and is not in this one. The counts of their servers follow. */
export async function dropLeavers({ tx, checkId, rev }: Writing): Promise<number> {
  const [row] = await rows<{ count: number }>(
    tx,
    sql`
    with gone as (
      delete from people where check_id = ${checkId} and known and person->>'before' = 'snapshot' and not person ? 'old'
      returning server, known, missing
    ), difference as (
      select server, sum(known::int) as known, sum(missing::int) as missing from gone group by server
    ), counted as (
      update servers set known = servers.known - difference.known, missing = servers.missing - difference.missing,
        stale = true, rev = ${rev}
      from difference where check_id = ${checkId} and host = difference.server
      returning host
    )
    select count(*)::int as count from gone`,
  );
  return row?.count ?? 0;
}
