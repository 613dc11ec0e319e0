import { describe, expect, it } from "vitest";
import { segments } from "./segments.ts";

describe("the bar", () => {
  it("fills the whole width, in the order of the groups", () => {
    const shown = segments({ unknown: 3, you: 1, admin: 6 });
    expect(shown.map(({ group }) => group)).toEqual(["you", "admin", "unknown"]);
    expect(shown.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100);
    expect(shown[1]?.from).toBeCloseTo(shown[0]?.width ?? 0);
  });
  it("keeps one person among thousands visible", () =>
    expect(segments({ here: 9_999, you: 1 })[1]?.width).toBeGreaterThan(3.5));
  it("leaves out groups without people and knows no others", () => {
    expect(segments({ you: 0, elsewhere: 4 })).toEqual([]);
    expect(segments({})).toEqual([]);
  });
});
