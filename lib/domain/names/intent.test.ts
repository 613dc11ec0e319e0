import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillIntent, safeIntent } from "./intent.ts";

describe("fillIntent", () => {
  test("fills and encodes what it knows and empties what it does not", () => {
    expect(fillIntent("https://a.example/x?uri={uri}&close={on-success}", { uri: "https://b.example/@c d" })).toBe(
      "https://a.example/x?uri=https%3A%2F%2Fb.example%2F%40c%20d&close=",
    );
  });
  test("a template with no place for our value is of no use", () => {
    expect(fillIntent("https://a.example/x?reply={inReplyTo}", { content: "hello" })).toBeNull();
    expect(fillIntent("https://a.example/x", { content: "hello" })).toBeNull();
  });
  test("half a character does no harm", () => {
    expect(fillIntent("https://a.example/{uri}", { uri: "x\ud800" })).toBe("https://a.example/x%EF%BF%BD");
  });
  test("names of an object's own methods are no values", () => {
    expect(fillIntent("https://a.example/{toString}", { uri: "x" })).toBeNull();
  });
  test("a value cannot leave its place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        const url = fillIntent("https://a.example/x?uri={uri}&end=1", { uri: value });
        const parsed = new URL(url ?? "");
        expect([parsed.host, parsed.pathname, parsed.searchParams.get("uri")]).toEqual(["a.example", "/x", value]);
      }),
    );
  });
});

describe("safeIntent", () => {
  const limits = { hosts: ["a.example"], longest: 100 };
  test.each([
    ["https://a.example/follow?uri=x", true],
    ["https://web.a.example/follow?uri=x", true],
    ["https://A.EXAMPLE/follow", true],
    ["http://a.example/follow", false],
    ["javascript:alert(1)//a.example", false],
    ["data:text/html,https://a.example", false],
    ["https://b.example/follow", false],
    ["https://nota.example/follow", false],
    ["https://a.example.b.example/follow", false],
    ["https://a.example@b.example/follow", false],
    ["https://user@a.example/follow", false],
    ["https://user:word@a.example/follow", false],
    ["https://:word@a.example/follow", false],
    ["https://a.example:8443/follow", false],
    ["//a.example/follow", false],
    ["not an address", false],
    [`https://a.example/${"x".repeat(100)}`, false],
  ])("%s", (url, safe) => {
    expect(safeIntent(url, limits) !== null).toBe(safe);
  });

  test("a sibling counts only where somebody knows that both are one owner's", () => {
    const url = "https://social.a.example/follow";
    expect(safeIntent(url, { hosts: ["www.a.example"], longest: 100 })).toBeNull();
    const sameSite = (one: string, other: string) => one.endsWith("a.example") && other.endsWith("a.example");
    expect(safeIntent(url, { hosts: ["www.a.example"], longest: 100, sameSite })?.host).toBe("social.a.example");
    expect(safeIntent("https://b.example/", { hosts: ["www.a.example"], longest: 100, sameSite })).toBeNull();
  });
});
