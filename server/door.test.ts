import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { isReadable, limitOf, refusalFor } from "./door.ts";

it.each([
  ["POST", "/api/checks", "new-checks"],
  ["GET", "/api/handles", "previews"],
  ["POST", "/api/shares/abc/lookup", "share-look-ups"],
  ["GET", "/api/checks/abc/report", "owner-reads"],
  ["POST", "/api/checks/abc/input", "new-checks"],
  ["POST", "/check/abc/block-list", "new-checks"],
  ["POST", "/check/abc/following/look", "new-checks"],
  ["POST", "/check/abc/look-back", "new-checks"],
  ["POST", "/api/checks/abc/look-back", "new-checks"],
  ["POST", "/check/abc/candidates", "new-checks"],
  ["POST", "/check/abc/moved", "new-checks"],
  ["POST", "/api/removals", "removals"],
  ["POST", "/api/checks/abc/signin", "sign-ins"],
  ["POST", "/check/abc/signin/go", "sign-ins"],
  ["POST", "/r/abc/look", "sign-ins"],
  ["GET", "/r/abc/looked", "other"],
  ["PUT", "/api/checks/abc/marks", "other"],
  ["GET", "/", "other"],
  ["GET", "/_next/static/x.js", undefined],
] as const)("%s %s counts against %s", (method, path, limit) => expect(limitOf(method, path)).toBe(limit));

it.each([
  ["POST", "/check/abc/own"],
  ["PUT", "/api/checks/abc/marks"],
  ["GET", "/api/checks/abc"],
  ["DELETE", "/_next/static/x.js"],
])("counts a large body of %s %s as a new check", (method, path) =>
  expect(limitOf(method, path, true)).toBe("new-checks"),
);

it("turns a look-up away when its limit says so, with the seconds to wait, and no fetch of a page with it", () => {
  const take = (limit: string) => (limit === "share-look-ups" ? 55 : 0);
  const limits = { take };
  const refusal = (method: string, url: string) =>
    refusalFor(limits, { method, url, headers: {} } as IncomingMessage, "192.0.2.1");
  expect(refusal("POST", "/api/shares/abc/lookup?x=1")).toMatchObject({
    limit: "share-look-ups",
    retryAfter: 55,
    problem: { status: 429 },
  });
  expect(refusal("POST", "/x/%2e%2e/api/shares/abc/lookup")).toMatchObject({ retryAfter: 55 });
  expect(refusal("POST", "/api/./shares/abc/../abc/lookup#x")).toMatchObject({ retryAfter: 55 });
  expect(refusal("GET", "/r/abc")).toBeUndefined();
  expect(refusal("GET", "/r/abc/card.png")).toBeUndefined();
});

it.each([
  ["/api/checks/abc?q=%E2%98%83", true],
  ["/api/handles?address=%ff", true],
  ["/api/checks/%ff", false],
  ["/api/avatars/%", false],
  ["/api/checks/%00/report", false],
  ["/check/%0d%0aX:1/share/make", false],
  ["/api/checks/abc/followers?q=%00", false],
  ["http://else.test/api/checks", false],
  ["*", false],
])("%s can be read: %s", (url, readable) => expect(isReadable(url)).toBe(readable));
