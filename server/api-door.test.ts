import { expect, it } from "vitest";
import { contractRefusal } from "./api-door.ts";

it.each([
  "/api",
  "/api/",
  "/api/nope",
  "/api/CHECKS",
  "/api/checks/abc/nope",
  "/api/checks/abc/export-csv",
  "/api/shares",
  "/_next/image",
  "//_next//image",
])("says of %s that it is not there", (path) =>
  expect(contractRefusal("GET", path)).toEqual({ problem: { type: "about:blank", title: "Not found", status: 404 } }),
);

it.each([
  ["GET", "/api/checks", "POST, OPTIONS"],
  ["PATCH", "/api/checks/abc", "GET, DELETE, HEAD, OPTIONS"],
  ["PROPFIND", "/api/health", "GET, HEAD, OPTIONS"],
  ["POST", "/api/avatars/abc", "GET, HEAD, OPTIONS"],
  ["TRACE", "/how", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"],
])("says of %s %s which methods there are", (method, path, allow) =>
  expect(contractRefusal(method, path)).toMatchObject({ problem: { status: 405 }, headers: { allow } }),
);

it.each([
  ["POST", "/api/checks"],
  ["HEAD", "/api/checks/abc/export.csv"],
  ["OPTIONS", "/api/checks/abc/share"],
  ["GET", "/api//health/"],
  ["GET", "/apix"],
  ["POST", "/check/abc/own"],
])("lets %s %s in", (method, path) => expect(contractRefusal(method, path)).toBeUndefined());
