import { describe, expect, it } from "vitest";
import { defined } from "#lib/flow/defined.ts";
import { perDay, trendShape } from "./trend-shape.ts";

const point = (day: number, missing: number, arrived?: number) => ({
  ...{ at: new Date(Date.UTC(2026, 10, day)).toISOString(), here: 0, missing, newList: null },
  ...defined({ arrived }),
});

describe("the picture of a check over time", () => {
  it("needs two readings", () => {
    expect(trendShape([])).toBeNull();
    expect(trendShape([point(1, 40)])).toBeNull();
  });

  it("goes from left to right, and down as people come along", () => {
    const shape = trendShape([point(1, 40), point(2, 30, 10), point(5, 20, 10)]);
    expect(shape?.line).toBe("M4 4L82 16L316 28");
    expect(shape?.last).toEqual({ x: 316, y: 28 });
  });

  it("shows arrivals by their number a day, as wide as the time they took", () => {
    const shape = trendShape([point(1, 40), point(2, 30, 10), point(5, 15, 15)]);
    expect(shape?.bars.map(({ height, width }) => [height, width])).toEqual([
      [52, 77],
      [26, 233],
    ]);
  });

  it("stays within its frame where nothing changed at all", () => {
    const shape = trendShape([point(1, 0), point(1, 0, 0)]);
    expect(shape?.bars).toEqual([{ x: 4, y: 56, width: 1, height: 0 }]);
    expect(shape?.line).not.toMatch(/NaN|Infinity/);
  });

  it("counts two readings of one day as a day", () => {
    expect(perDay(point(1, 9), { ...point(1, 8, 1), at: "2026-11-01T00:10:00.000Z" })).toBe(1);
    expect(perDay(point(1, 9), point(3, 5, 4))).toBe(2);
  });
});
