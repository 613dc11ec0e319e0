import type { Report } from "#lib/contract/report.ts";
import type { Logged } from "#world/serve/serve.ts";
import type { TruthFile } from "#world/truth/truth.ts";
import { isFalseBlock, isFalseHope, isFalseProof, isMissing, type Pair, pairsOf, said } from "../accuracy/compare.ts";
import type { Heard } from "../copy/listen.ts";
import type { Readings } from "../copy/readers.ts";

/** What was seen of a round, from the first check to the moment when all was quiet again. */
export type Seen = {
  /** Of each check that was promised to somebody, how it ended and whom it names. */
  readonly checks: readonly { readonly state: string; readonly followers: NonNullable<Report["followers"]> }[];
  readonly heard: readonly Heard[];
  readonly readings: Readings;
  readonly afterwards: "whole" | string;
  readonly requests: readonly Pick<Logged, "host" | "status">[];
  /** Processes that ended although nobody had ended them. */
  readonly ownEnds: number;
};
export type Given = {
  readonly truth: Pick<TruthFile, "followers">;
  readonly movers: readonly string[];
  /** Whom each check names when nothing happens. */
  readonly names: readonly ReadonlySet<string>[];
  /** How often something ended that was running checks: what was under way is asked for again. */
  readonly ends: number;
  /** Strangers were made to fail, or the clock was set: some of what is otherwise sure may be missing. */
  readonly harmed: { readonly network: boolean; readonly clock: boolean };
};

/** Whoever asks, a follower's server gets so many requests of one check. */
const MOST_TO_ONE = 10;

/** Each broken promise in words; none where all were kept. */
export function brokenIn(seen: Seen, given: Given): readonly string[] {
  return [...lost(seen), ...wrong(seen, given), ...overBudget(seen, given), ...badlyServed(seen)];
}

const lost = ({ checks, heard }: Seen): readonly string[] => [
  ...checks.flatMap(({ state }, at) => (state === "done" ? [] : [`check ${at + 1} is ${state}`])),
  ...heard.flatMap(({ state, wentBack }) => [
    ...(state === "done" ? [] : [`a listener was left with ${state}`]),
    ...(wentBack > 0 ? ["a listener was told of a revision before one that it had seen"] : []),
  ]),
];

function wrong({ checks }: Seen, { truth, names, harmed }: Given): readonly string[] {
  return checks.flatMap(({ followers }, at) => {
    const told = followers.map(({ acct }) => acct);
    const pairs = pairsOf(followers, truth.followers);
    const missing = pairs.filter(isMissing);
    const unlike = difference(new Set(told), names[at] ?? new Set());
    return [
      ...(new Set(told).size < told.length ? [`check ${at + 1} names somebody twice`] : []),
      // A list that broke off is said to have done so; a list that a kill interrupts is not to lose anybody.
      ...(unlike > 0 && !harmed.network ? [`check ${at + 1} names ${unlike} others than it should`] : []),
      ...pairs.filter(isFalseBlock).map(inWords("false block")),
      ...pairs.filter(isFalseProof).map(inWords("false proof")),
      ...missing.filter(isFalseHope).map(inWords("false hope")),
    ];
  });
}

const difference = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((name) => !other.has(name)).length + [...other].filter((name) => !one.has(name)).length;

function overBudget({ requests, checks }: Seen, { movers, ends, harmed }: Given): readonly string[] {
  const most = MOST_TO_ONE * checks.length * (1 + ends);
  const byHost = Map.groupBy(requests, ({ host }) => host);
  return [...byHost].flatMap(([host, all]) => {
    if (!movers.includes(host))
      return all.length > most ? [`${host} got ${all.length} requests, ${most} at most are allowed`] : [];
    // Whose clock was set takes another window for the one that the server is in.
    const refused = all.filter(({ status }) => status === 429).length;
    return refused > 0 && !harmed.clock && !harmed.network ? [`${host} refused ${refused} requests as too many`] : [];
  });
}

const badlyServed = ({ readings, afterwards, ownEnds }: Seen): readonly string[] => [
  ...[...new Set(readings.wrong)].map((what) => `a reader got ${what}`),
  ...(readings.whole === 0 ? ["no reader got the page"] : []),
  ...(afterwards === "whole" ? [] : [`the page for followers is not back: ${afterwards}`]),
  ...(ownEnds > 0 ? [`${ownEnds} processes ended by themselves`] : []),
];

const inWords = (what: string) => (pair: Pair) =>
  `${what}: ${pair.told.acct} is called ${said(pair)}, ${pair.told.certainty}, ${pair.told.reach}, and is ${pair.truth.cause}, ${pair.truth.reach}`;
