import { expect, it } from "vitest";
import { limitOf } from "./door.ts";

it.each([
  ["POST", "/api/checks", "new-checks"],
  ["GET", "/api/handles", "previews"],
  ["POST", "/api/shares/abc/lookup", "share-look-ups"],
  ["GET", "/api/checks/abc/report", "owner-reads"],
  ["PUT", "/api/checks/abc/marks", "other"],
  ["GET", "/", "other"],
  ["GET", "/_next/static/x.js", undefined],
] as const)("%s %s counts against %s", (method, path, limit) => expect(limitOf(method, path)).toBe(limit));
