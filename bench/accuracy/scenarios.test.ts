import { describe, expect, it } from "vitest";
import type { Scenario } from "#world/make/scenario.ts";
import { SCENARIOS, type ScenarioName } from "#world/scenarios/index.ts";
import { isFalseBlock, isFalseProof, isGuess, type Pair, pairsOf, said } from "./compare.ts";
import { runScenario } from "./run-scenario.ts";

/** Two whose lists say least; `npm run prove` takes all of them. */
const SAMPLE = ["half-read-new-list", "locked-new-account"] as const satisfies readonly ScenarioName[];
const ALL = Object.keys(SCENARIOS) as ScenarioName[];
/** A second each where nobody else needs the machine. */
const PATIENCE_MS = 120_000;
/** Before a move there is nobody to be missing: it has calls of its own. */
const MOVED = ALL.filter((name) => name !== "planned-move");
const names = process.env.PROVE ? MOVED : SAMPLE;

/** Its mover saved a list; and only with one is anybody missed who stands on neither. */
const WITH_LIST = MOVED.filter((name) => {
  const { findings, script }: Scenario = SCENARIOS[name];
  return findings?.includes("check-requests") || script?.some((step) => step.do === "snapshot");
});
/**
 * Her server says that it talks with named ones only, and shows nobody which: it has named the new one and dropped the
 * old one, and from outside that looks like the usual case, in which nobody has named the new one yet.
 */
const LOOKS_ALIKE = ["sara@school.test: closed-federation, and it was old-server-blocked"];

/** What is possible is said as that: "may not have got the news", "we can't tell why". */
const isClaim = ({ told }: Pair): boolean => told.certainty !== "possible";
const isWrong = (pair: Pair): boolean => (isGuess(pair) && isClaim(pair)) || isFalseBlock(pair) || isFalseProof(pair);
const inWords = (pair: Pair): string => `${pair.told.acct}: ${said(pair)}, and it was ${pair.truth.cause}`;

describe("a check of a written situation", () => {
  it.each(names)(
    "%s: finds what the move ran into, and says nothing untrue of anybody",
    async (name) => {
      const { report, truth } = await runScenario(name, WITH_LIST.includes(name));
      const scenario: Scenario = SCENARIOS[name];
      const findings = report.move.findings.map(({ cause }) => cause);
      expect(findings).toEqual(expect.arrayContaining([...(scenario.findings ?? [])]));
      const pairs = pairsOf(report.followers ?? [], truth.followers);
      const untrue = pairs.filter(isWrong).map(inWords);
      expect(untrue.filter((line) => !LOOKS_ALIKE.includes(line))).toEqual([]);
    },
    PATIENCE_MS,
  );
});
