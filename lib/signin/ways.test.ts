import { expect, it } from "vitest";
import { gap, known, type Source } from "#lib/domain/evidence/fact.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import { isWithin, rightsFor, wayTo } from "./ways.ts";

const SOURCE: Source = { kind: "network", at: "2026-11-29T12:00:00Z" };
const side = (name: string | null, version: string, account: object | null = {}) =>
  ({
    acct: "alice@new.example",
    software: name === null ? gap("unreachable") : known({ name, version }, SOURCE),
    account: account === null ? gap("needs-login") : known({ acct: "alice@new.example", ...account }, SOURCE),
  }) as Pick<Side, "software" | "account" | "acct">;
const MOVED = { movedTo: "alice@other.example" };

it.each([
  ["mastodon", "4.6.5", {}, "oauth"],
  ["mastodon", "4.6.5", MOVED, "closed-after-move"],
  ["mastodon", "4.6.5+glitch", MOVED, "oauth"],
  ["mastodon", "4.6.5", { suspended: true }, "account-closed"],
  ["gotosocial", "0.18.3", {}, "unsafe-tokens"],
  ["gotosocial", "0.19.0", MOVED, "oauth"],
  ["gotosocial", "0.20.0", null, "oauth"],
  ["sharkey", "2025.4.3", {}, "miauth"],
  ["misskey", "2025.11.1", MOVED, "miauth"],
  ["akkoma", "3.16.0", MOVED, "oauth"],
  ["lemmy", "0.19.0", {}, "unknown-software"],
  [null, "", {}, "unknown-software"],
])("%s %s: %o", (name, version, account, expected) => {
  const way = wayTo(side(name, version, account));
  expect(typeof way === "string" ? way : way.flow).toBe(expected);
});

it("has no way without an account", () =>
  expect(wayTo({ software: gap("not-asked"), account: gap("not-asked") })).toBe("no-account"));

it("asks for no right that is not needed, nor for one that the server does not have", () => {
  const way = wayTo(side("mastodon", "4.6.5"));
  if (typeof way === "string") throw new Error(way);
  const read = { use: "new" } as const;
  const older = ["read:accounts", "read:follows", "write", "write:follows"];
  expect(rightsFor(way, read)).toEqual(["profile", "read:accounts", "read:follows"]);
  expect(rightsFor(way, read, older)).toEqual(["read:accounts", "read:follows"]);
  expect(rightsFor(way, { ...read, ticks: ["people"] })).toEqual([
    ...["profile", "read:accounts", "read:follows", "read:search"],
  ]);
  for (const asked of [rightsFor(way, read), rightsFor(way, { ...read, ticks: ["people", "blocks"] })])
    expect(asked.some((right) => right.startsWith("write"))).toBe(false);
  expect(rightsFor(way, { use: "let-in", ticks: ["people"] })).toEqual(["profile", "read:follows", "write:follows"]);
  expect(rightsFor(way, { use: "let-in" }, older)).toEqual(["read:accounts", "read:follows", "write:follows"]);
});

it.each([
  [["read:accounts"], ["read:accounts", "profile"], true],
  [["read:accounts"], ["read"], true],
  [["read"], ["read:accounts"], false],
  [["read:accounts", "write:follows"], ["read:accounts"], false],
  [["reader"], ["read"], false],
  [[], ["read"], true],
])("granted %o of what was asked for %o: %s", (granted, asked, within) =>
  expect(isWithin(granted, asked)).toBe(within),
);
