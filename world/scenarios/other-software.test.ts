import { describe, expect, it } from "vitest";
import { build } from "../make/build.ts";
import type { Scenario } from "../make/scenario.ts";
import { play } from "../play/play.ts";
import { tellTruth } from "../truth/truth.ts";
import { OTHER_SOFTWARE } from "./other-software.ts";

describe("other software", () => {
  it.each(Object.entries(OTHER_SOFTWARE as Readonly<Record<string, Scenario>>))("%s", (name, scenario) => {
    expect(scenario.name).toBe(name);
    const world = build(scenario, Date);
    const { followers } = tellTruth(world, play(world, scenario.script, scenario.movedDaysAgo));
    const lines = followers.map(
      ({ acct, position, cause, reach, shownBy }) =>
        `${acct}: ${position}, ${cause}, ${reach}${shownBy ? `, shown by ${shownBy}` : ""}`,
    );
    expect(lines).toMatchSnapshot();
  });
});
