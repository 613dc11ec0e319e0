import { describe, expect, it } from "vitest";
import { runScenario } from "./run-scenario.ts";

const PATIENCE_MS = 120_000;

describe("a check of an old account that says nothing any more, with a list from before", () => {
  it.each(["old-unreachable", "old-account-deleted-after-move", "old-server-is-closed"] as const)(
    "%s: names everybody whom its numbers count, for the new account names the old one",
    async (name) => {
      const { report, truth } = await runScenario(name, true);
      const saved = truth.followers.filter(({ inSnapshot }) => inSnapshot).map(({ acct }) => acct);
      expect(report.followers?.map(({ acct }) => acct).sort()).toEqual(saved.toSorted());
      expect(report.counts.here + report.counts.missing).toBe(saved.length);
    },
    PATIENCE_MS,
  );
});
