import { describe, expect, it } from "vitest";
import { build } from "../make/build.ts";
import type { Scenario } from "../make/scenario.ts";
import { play } from "../play/play.ts";
import { tellTruth } from "../truth/truth.ts";
import { SCENARIOS } from "./index.ts";

const tell = (scenario: Scenario) => {
  const world = build(scenario, Date);
  return tellTruth(world, play(world, scenario.script, scenario.movedDaysAgo));
};
const truths = Object.entries(SCENARIOS as Readonly<Record<string, Scenario>>).map(
  ([name, scenario]) => ({ name, scenario, truth: tell(scenario) }) as const,
);

/** Names are part of the product's contract; here they are only text to compare with. */
const FINDINGS = [
  "move-not-started",
  "moved-elsewhere",
  "alias-missing",
  "redirect-only",
  "redirect-removed",
  "copied",
  "new-account-redirects",
  "new-account-gone",
  "old-account-gone",
  "new-account-unverifiable",
  "old-and-new-block",
  "old-actor-silent",
  "too-early",
  "old-list-hidden",
  "new-list-hidden",
  "old-list-closed",
  "new-list-closed",
  "new-list-unread",
  "old-unreachable",
  "new-unreachable",
  "new-account-locked",
  "check-requests",
  "swapped",
];

describe("the scenarios", () => {
  it.each(FINDINGS)("have a move with the finding %s", (finding) => {
    expect(truths.filter(({ scenario }) => scenario.findings?.includes(finding)).map(({ name }) => name)).not.toEqual(
      [],
    );
  });

  it.each(truths)(
    "$name is called so in the table, says what it is about, and has somebody in it",
    ({ name, scenario, truth }) => {
      expect(scenario.name).toBe(name);
      expect(scenario.about.length).toBeGreaterThan(20);
      expect(truth.followers.length).toBeGreaterThan(0);
    },
  );

  it("end as they are meant to", () => {
    expect(Object.fromEntries(truths.map(({ name, truth }) => [name, truth.counts]))).toMatchSnapshot();
  });

  it("know before a move whom each possible home would lose", () => {
    const planned = truths.find(({ name }) => name === "planned-move")?.truth.planned;
    expect(planned).toEqual({
      "calm.test": {
        "nils@near.test": "clear",
        "nele@near.test": "clear",
        "fred@far.test": "new-server-blocked",
        "fiona@far.test": "new-server-blocked",
        "wanda@wall.test": "clear",
        "gus@gone.test": "server-gone",
      },
      "loud.test": {
        "nils@near.test": "clear",
        "nele@near.test": "clear",
        "fred@far.test": "blocked-by-new-server",
        "fiona@far.test": "blocked-by-new-server",
        "wanda@wall.test": "new-server-blocked",
        "gus@gone.test": "server-gone",
      },
      "club.test": {
        "nils@near.test": "clear",
        "nele@near.test": "clear",
        "fred@far.test": "closed-federation",
        "fiona@far.test": "closed-federation",
        "wanda@wall.test": "closed-federation",
        "gus@gone.test": "server-gone",
      },
    });
  });
});
