import type { IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openLimits } from "#lib/check/limits.ts";
import type { App } from "#lib/wire.ts";
import { limitOf, refusalFor } from "./door.ts";

it.each([
  ["POST", "/api/checks", "new-checks"],
  ["GET", "/api/handles", "previews"],
  ["POST", "/api/shares/abc/lookup", "share-look-ups"],
  ["GET", "/api/checks/abc/report", "owner-reads"],
  ["PUT", "/api/checks/abc/marks", "other"],
  ["GET", "/", "other"],
  ["GET", "/_next/static/x.js", undefined],
] as const)("%s %s counts against %s", (method, path, limit) => expect(limitOf(method, path)).toBe(limit));

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-20T12:00:05Z") }));
afterEach(() => void vi.useRealTimers());

it("lets ten look-ups pass in a minute, whichever pages they are made from, and fetches of pages beside them", () => {
  const app = { limits: openLimits() } as App; // sound: the door asks for nothing else
  const ask = (token: string, address = "192.0.2.1") =>
    refusalFor(app, { method: "POST", url: `/api/shares/${token}/lookup` } as IncomingMessage, address);
  for (let at = 0; at < 10; at += 1) expect(ask(`token-${at % 2}`)).toBeUndefined();
  expect(ask("token-0")).toMatchObject({ limit: "share-look-ups", retryAfter: 55, problem: { status: 429 } });
  expect(ask("token-0", "192.0.2.2")).toBeUndefined();
  expect(refusalFor(app, { method: "GET", url: "/r/token-0" } as IncomingMessage, "192.0.2.1")).toBeUndefined();
  vi.setSystemTime(new Date("2026-11-20T12:01:00Z"));
  expect(ask("token-0")).toBeUndefined();
});
