import { expect, it } from "vitest";
import { ageInDays, aliasSeenBy, earliestRetry, isYoung, repeatLockEnds } from "./clocks.ts";

const MOVED = "2026-06-01T08:00:00.000Z";

it("counts days as they pass, not as dates change", () => {
  expect(ageInDays(MOVED, "2026-06-02T20:00:00.000Z")).toBe(1.5);
  expect(ageInDays(MOVED, MOVED)).toBe(0);
});

it("gives a delivery three days", () => {
  expect([0, 2.99, 3, 40].map(isYoung)).toEqual([true, true, false, false]);
});

it("names the earliest day of a second move, over the end of a month", () => {
  expect(earliestRetry(MOVED)).toBe("2026-07-01T08:00:00.000Z");
});

it("names the end of the week in which a Move sent again is ignored", () => {
  expect(repeatLockEnds(MOVED)).toBe("2026-06-08T08:00:00.000Z");
});

it("names the hour by which every server can have seen an alias", () => {
  expect(aliasSeenBy(MOVED)).toBe("2026-06-02T08:00:00.000Z");
});
