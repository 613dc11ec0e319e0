import { describe, expect, it } from "vitest";
import { plannedMove } from "#world/scenarios/planned-move.ts";
import { type PlannedRun, planFor, plannedWorld, runPlanned } from "./planned-run.ts";
import { arrivalsAt, type PlannedScore, scoreCandidate } from "./planned-score.ts";
import { playedTo } from "./played-to.ts";

/** Where fewer arrive on servers that publish their lists, hardly anything could be counted wrongly. */
const FEW_ARRIVALS = 20;
const SEEDS = tellingSeeds(process.env.PROVE ? 20 : 1);
const PATIENCE_MS = 240_000;

/** The first seeds whose world lets many arrive somewhere, as its truth has it: no answer of a check is looked at. */
function tellingSeeds(count: number): readonly number[] {
  const seeds: number[] = [];
  for (let seed = 1; seeds.length < count; seed += 1) {
    const scenario = plannedWorld("small", seed);
    const arrivals = (scenario.candidates ?? []).map((one) => arrivalsAt(scenario, one, playedTo(scenario, one)));
    if (Math.max(...arrivals) > FEW_ARRIVALS) seeds.push(seed);
  }
  return seeds;
}

/** Five candidates: one run of a world serves all that is asked of it. */
const runs = new Map<number, Promise<PlannedRun>>();
const runOf = (seed: number): Promise<PlannedRun> => {
  const run = runs.get(seed) ?? runPlanned("small", seed, 5);
  runs.set(seed, run);
  return run;
};

const scoresOf = ({ report, scenario }: PlannedRun) =>
  (scenario.candidates ?? []).map((candidate) =>
    scoreCandidate(report, scenario, candidate, playedTo(scenario, candidate)),
  );

/** For docs/measurements.md: of those who arrive where both servers publish, how many were foreseen, and how wide the range is. */
function inFigures(seed: number, scores: readonly PlannedScore[]): string {
  const sum = (of: (score: PlannedScore) => number) => scores.reduce((all, one) => all + of(one), 0);
  const [foreseen, arrivals] = [sum((one) => one.foreseen), sum((one) => one.arrivals)];
  return `seed ${seed}: ${foreseen} of ${arrivals} foreseen, range ${sum((one) => one.unknown)}, hidden ${sum((one) => one.hidden)}`;
}

describe("a planned check against the moves it is about, each of them played", () => {
  it.each(SEEDS)(
    "seed %d: who cannot come does not, who can does, and the rest is what servers hide",
    async (seed) => {
      const run = await runOf(seed);
      const scores = scoresOf(run);
      expect(scores).toHaveLength(5);
      const wrong = scores.filter(({ falseCannot, falseCan }) => falseCannot.length + falseCan.length > 0);
      expect(wrong).toEqual([]);
      for (const { arrivals, foreseen, unknown, hidden } of scores) {
        expect(foreseen).toBeGreaterThanOrEqual(0.9 * arrivals);
        expect(unknown).toBeLessThanOrEqual(hidden);
      }
      expect(Math.max(...scores.map(({ arrivals }) => arrivals))).toBeGreaterThan(FEW_ARRIVALS);
      if (process.env.PROVE) process.stdout.write(`${inFigures(seed, scores)}\n`);
    },
    PATIENCE_MS,
  );

  it(
    "counts nobody out whom a closed server may have named: its list is not published",
    async () => {
      const scores = scoresOf(await planFor(plannedMove));
      expect(scores.map(({ candidate }) => candidate)).toContain("club.test");
      for (const { falseCannot, falseCan } of scores) expect([...falseCannot, ...falseCan]).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    "five candidates cost hardly more questions than one",
    async () => {
      const [seed = 1] = SEEDS;
      const [one, five] = [await runPlanned("small", seed, 1), await runOf(seed)];
      expect(five.requests).toBeLessThanOrEqual(1.3 * one.requests);
    },
    PATIENCE_MS,
  );
});
