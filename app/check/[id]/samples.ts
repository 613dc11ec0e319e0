import { ARRIVED, UNLISTED } from "#lib/causes/index.ts";
import type { Report, ReportFollower } from "#lib/contract/report.ts";
import type { OpenCheck } from "./open-check.ts";

const ENOUGH = 100;
/** People who are here need no reason, and leftover entries are a number only. */
const WITHOUT = new Set([...ARRIVED, ...UNLISTED]);

/** Some people of every cause: enough to say how sure it is and what it rests on, however many there are. */
export async function sampleCauses({ checks, id, key }: OpenCheck, { counts }: Report) {
  const causes = Object.keys(counts.byCause).filter((cause) => !WITHOUT.has(cause));
  const pages = await Promise.all(
    causes.map((cause) => checks.followers(id, key, { cause, sort: "you-follow", limit: ENOUGH })),
  );
  return new Map<string, readonly ReportFollower[]>(causes.map((cause, at) => [cause, pages[at]?.items ?? []]));
}
