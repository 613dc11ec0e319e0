import { expect, test } from "vitest";
import { pressureOf } from "./pressure.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const IN_A_MINUTE = "2026-11-20T12:01:00.000Z";

test.each([
  ["seconds", { "retry-after": "60" }, { retryAt: IN_A_MINUTE }],
  ["a date", { "retry-after": "Fri, 20 Nov 2026 12:01:00 GMT" }, { retryAt: IN_A_MINUTE }],
  ["ISO 8601", { "x-ratelimit-reset": "2026-11-20T12:01:00.000000Z" }, { resetAt: IN_A_MINUTE }],
  ["seconds since 1970", { "x-ratelimit-reset": "1795176060" }, { resetAt: IN_A_MINUTE }],
  ["milliseconds since 1970", { "x-ratelimit-reset": "1795176060000" }, { resetAt: IN_A_MINUTE }],
  ["seconds from now", { "ratelimit-reset": "60" }, { resetAt: IN_A_MINUTE }],
  ["Symfony's own", { "x-ratelimit-retry-after": "1795176060" }, { retryAt: IN_A_MINUTE }],
  ["nothing", {}, {}],
  ["nonsense", { "retry-after": "soon", "x-ratelimit-reset": "9e99" }, {}],
])("a 429 with %s", (_, headers, moments) => {
  expect(pressureOf(429, headers, true, NOW)).toEqual({ status: 429, paged: true, ...moments });
});

test("what is left is told with every answer", () => {
  const headers = { "x-ratelimit-limit": "300", "x-ratelimit-remaining": "42", "x-ratelimit-reset": IN_A_MINUTE };
  const pressure = { status: 200, paged: false, remaining: 42, limit: 300, resetAt: IN_A_MINUTE };
  expect(pressureOf(200, headers, false, NOW)).toEqual(pressure);
});

test("a limit with its window in the same line", () => {
  const headers = { "ratelimit-limit": "100, 100;w=60", "ratelimit-remaining": "7", "ratelimit-reset": "60" };
  expect(pressureOf(200, headers, false, NOW)).toMatchObject({ limit: 100, remaining: 7 });
});

test("503 is a wish to wait only where it says until when", () => {
  expect(pressureOf(503, {}, false, NOW)).toBeUndefined();
  expect(pressureOf(503, { "retry-after": "60" }, false, NOW)).toMatchObject({ status: 503, retryAt: IN_A_MINUTE });
});

test("an answer without limits says nothing", () => {
  expect(pressureOf(200, { "content-type": "application/json", "retry-after": "60" }, false, NOW)).toBeUndefined();
});
