import { describe, expect, it } from "vitest";
import { plannedMove } from "#world/scenarios/planned-move.ts";
import { type PlannedRun, planFor, runPlanned } from "./planned-run.ts";
import { scoreCandidate } from "./planned-score.ts";
import { playedTo } from "./played-to.ts";

const SEEDS = process.env.PROVE ? Array.from({ length: 20 }, (_, at) => at + 1) : [2];
const PATIENCE_MS = 240_000;

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

describe("a planned check against the moves it is about, each of them played", () => {
  it.each(SEEDS)(
    "seed %d: who cannot come does not, who can does, and the rest is what servers hide",
    async (seed) => {
      const run = await runOf(seed);
      const scores = scoresOf(run);
      expect(scores).toHaveLength(5);
      for (const { falseCannot, falseCan, arrivals, foreseen, unknown, hidden } of scores) {
        expect({ falseCannot, falseCan }).toEqual({ falseCannot: [], falseCan: [] });
        expect(foreseen).toBeGreaterThanOrEqual(0.9 * arrivals);
        expect(unknown).toBeLessThanOrEqual(hidden);
      }
      expect(Math.max(...scores.map(({ arrivals }) => arrivals))).toBeGreaterThan(20);
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
      const [one, five] = [await runPlanned("small", 2, 1), await runOf(2)];
      expect(five.requests).toBeLessThanOrEqual(1.3 * one.requests);
    },
    PATIENCE_MS,
  );
});
