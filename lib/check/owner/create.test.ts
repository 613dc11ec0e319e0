import { expect, it } from "vitest";
import { keptUntil } from "./create.ts";

const MADE = new Date("2026-01-01T00:00:00.000Z");

it.each([
  ["moved", { retentionDays: 30, plannedDays: 180 }, "2026-01-31"],
  ["planned", { retentionDays: 30, plannedDays: 180 }, "2026-06-30"],
  ["planned", { retentionDays: 7, plannedDays: 7 }, "2026-01-08"],
] as const)("a %s check is kept as long as the settings say: %j", (mode, days, until) => {
  expect(keptUntil(MADE, mode, days).toISOString().slice(0, 10)).toBe(until);
});
