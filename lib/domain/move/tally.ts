import type { ServerSummary } from "../diagnosis/verdict.ts";
import type { CheckFacts } from "../evidence/evidence.ts";
import type { TargetKey } from "../names/spellings.ts";

/** What the people judged so far say about the move as a whole, by target. */
export type Tally = {
  readonly here: number;
  readonly arrived: number;
  readonly neither: number;
  readonly both: number;
  /** Known from before, in the target's list, gone from OLD's: only a Move does that. */
  readonly carried: number;
  /** On OLD's own server, where a Move needs no network. */
  readonly own: { readonly stayed: number; readonly arrived: number; readonly both: number };
  /** Missing people on servers which the target limits. */
  readonly onLimited: number;
};
export type Tallies = Readonly<Record<TargetKey, Tally>>;

export const NOBODY_YET: Tally = {
  here: 0,
  arrived: 0,
  neither: 0,
  both: 0,
  carried: 0,
  own: { stayed: 0, arrived: 0, both: 0 },
  onLimited: 0,
};

export function tallyUp(check: CheckFacts, servers: Iterable<Pick<ServerSummary, "host" | "towards">>): Tallies {
  const all: Record<TargetKey, Tally> = {};
  for (const { host, towards } of servers) {
    const isOwn = host === check.old.host || host === check.old.webHost;
    for (const [key, one] of Object.entries(towards)) {
      const sum = all[key] ?? NOBODY_YET;
      all[key] = {
        here: sum.here + one.here,
        arrived: sum.arrived + one.arrived,
        neither: sum.neither + one.neither,
        both: sum.both + one.both,
        carried: sum.carried + (one.carried ?? 0),
        own: isOwn ? plus(sum.own, one) : sum.own,
        onLimited: sum.onLimited + (one.limited ? one.missing : 0),
      };
    }
  }
  return all;
}

const plus = (sum: Tally["own"], one: Tally["own"]): Tally["own"] => ({
  stayed: sum.stayed + one.stayed,
  arrived: sum.arrived + one.arrived,
  both: sum.both + one.both,
});
