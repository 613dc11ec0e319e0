import { describe, expect, it } from "vitest";
import { browserTally, unitTally } from "./tally.ts";

describe("the closing line", () => {
  it.each([
    [{ numPassedTests: 5, numFailedTests: 0 }, true, { passed: 5, failed: 0 }],
    [{ numPassedTests: 5, numFailedTests: 2 }, false, { passed: 5, failed: 2 }],
    [{ numPassedTests: 5, numFailedTests: 0 }, false, { passed: 5, failed: 1 }],
    [{ numPassedTests: 0, numFailedTests: 0 }, true, { passed: 0, failed: 1 }],
    [undefined, true, { passed: 0, failed: 1 }],
  ])("unit tests %j, ended well: %s", (report, ok, tally) => expect(unitTally(report, ok)).toEqual(tally));

  it("counts a flaky test as failed", () => {
    expect(browserTally({ stats: { expected: 3, unexpected: 0, flaky: 1 } }, true)).toEqual({ passed: 3, failed: 1 });
  });
});
