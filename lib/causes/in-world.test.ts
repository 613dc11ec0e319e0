import { expect, it } from "vitest";
import { build } from "#world/make/build.ts";
import type { Scenario } from "#world/make/scenario.ts";
import { play } from "#world/play/play.ts";
import { WRITTEN } from "#world/scenarios/index.ts";
import { tellTruth } from "#world/truth/truth.ts";
import { CAUSE_IDS } from "./index.ts";

const told = Object.values<Scenario>(WRITTEN).map((scenario) => {
  const world = build(scenario, Date);
  return { name: scenario.name, ...tellTruth(world, play(world, scenario.script, scenario.movedDaysAgo)) };
});

it.each([...CAUSE_IDS, "unexplained"])("some scenario of the world has people of whom it is true: %s", (cause) => {
  expect(told.filter(({ counts }) => counts[cause]).map(({ name }) => name)).not.toEqual([]);
});
