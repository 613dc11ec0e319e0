import { afterEach, describe, expect, it } from "vitest";
import { type DayWords, daysAround, writeLocal, writeUtc } from "./day-words.ts";

const DAYS: DayWords = ["20 Nov", "21 Nov", "22 Nov"];
const home = process.env.TZ;
afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

it("names the days around a moment, whatever its hour", () => {
  for (const hour of ["00:00:00", "23:59:59"])
    expect(daysAround(`2026-11-21T${hour}Z`).map((day) => day.toISOString().slice(0, 10))).toEqual([
      "2026-11-20",
      "2026-11-21",
      "2026-11-22",
    ]);
});

describe("a moment on the reader's own clock", () => {
  it.each([
    ["UTC", "2026-11-21T08:05:59Z", "21 Nov, 08:05"],
    ["Europe/Berlin", "2026-11-21T23:30:00Z", "22 Nov, 00:30"],
    ["America/Los_Angeles", "2026-11-21T02:00:00Z", "20 Nov, 18:00"],
    ["Pacific/Kiritimati", "2026-11-21T10:00:00Z", "22 Nov, 00:00"],
    ["Pacific/Pago_Pago", "2026-11-21T10:59:00Z", "20 Nov, 23:59"],
    ["Asia/Kathmandu", "2026-11-21T12:00:00Z", "21 Nov, 17:45"],
  ])("in %s", (zone, at, words) => {
    process.env.TZ = zone;
    expect(writeLocal(at, DAYS)).toBe(words);
  });

  it("keeps to its day when clocks were changed on it", () => {
    process.env.TZ = "Europe/Berlin";
    expect(writeLocal("2026-10-25T00:30:00Z", DAYS)).toBe("21 Nov, 02:30");
    expect(writeLocal("2026-10-25T22:59:00Z", DAYS)).toBe("21 Nov, 23:59");
  });
});

it("says so where it is in UTC, and can leave the day out", () => {
  process.env.TZ = "Asia/Tokyo";
  expect(writeUtc("2026-11-21T23:30:00Z", DAYS)).toBe("21 Nov, 23:30 UTC");
  expect(writeUtc("2026-11-21T23:30:00Z")).toBe("23:30 UTC");
  expect(writeLocal("2026-11-21T23:30:00Z")).toBe("08:30");
});
