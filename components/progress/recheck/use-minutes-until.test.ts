import { expect, it } from "vitest";
import { minutesUntil } from "./use-minutes-until.ts";

const NOW = Date.parse("2026-11-20T14:00:00.000Z");

it("counts begun minutes, and nothing once the time has come", () => {
  expect(minutesUntil("2026-11-20T14:08:01.000Z", NOW)).toBe(9);
  expect(minutesUntil("2026-11-20T14:00:01.000Z", NOW)).toBe(1);
  expect(minutesUntil("2026-11-20T13:00:00.000Z", NOW)).toBe(0);
  expect(minutesUntil(undefined, NOW)).toBe(0);
});
