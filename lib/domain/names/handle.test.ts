import { array, assert, constantFrom, property, string, stringMatching, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { displayHandle, formatHandle, parseHandle, parseHandles, readAcct } from "./handle.ts";

const acctOf = (text: string) => {
  const parsed = parseHandle(text);
  return parsed.ok ? [parsed.handle.acct, parsed.from] : parsed.error;
};

describe("parseHandle", () => {
  it.each([
    ["@ada@old.example", undefined],
    ["ada@old.example", undefined],
    ["  @ada@old.example  ", undefined],
    ["@@ada@old.example", undefined],
    ["acct:ada@old.example", undefined],
    ["acct://ada@old.example", undefined],
    ["ACCT:Ada@Old.Example", undefined],
    ["@ADA@OLD.EXAMPLE", undefined],
    ["＠ada＠old.example", undefined],
    ["ada[at]old.example", undefined],
    ["ada (at) old.example", undefined],
    ["\u200b@ada\u2060@old.example\u200f", undefined],
    ["\u202a@ada@old.example\u202c", undefined],
    ["@ada@old.example.", undefined],
    ["(@ada@old.example)", undefined],
    ["<@ada@old.example>,", undefined],
    ["“@ada@old.example”!", undefined],
    ["ada @ old.example", undefined],
    ["@ada @old.example", undefined],
    ["ada@ old.example", undefined],
    ["ada@@old.example", undefined],
    ["@ada@@old.example", undefined],
    ["Ada (@ada@old.example)", undefined],
    ["Ada Lovelace (ada@old.example)", undefined],
    ["Ada Lovelace <ada@old.example>", undefined],
    ["Ada [@ada@old.example]", undefined],
    ["Ada @ada@old.example", undefined],
    ["https://old.example/@ada", "profile"],
    ["https://old.example/@ada/", "profile"],
    ["HTTPS://OLD.EXAMPLE/@Ada", "profile"],
    ["http://old.example/@ada", "profile"],
    ["web+ap://old.example/@ada", "profile"],
    ["https://old.example/%40ada", "profile"],
    ["https://old.example/@ada/112233445566", "post"],
    ["https://old.example/@ada?tab=posts#top", "profile"],
    ["https://old.example/users/ada", "profile"],
    ["https://old.example/users/ada/statuses/1", "post"],
    ["https://old.example/u/ada", "profile"],
    ["https://old.example/profile/ada", "profile"],
    ["https://old.example/c/ada", "profile"],
    ["https://old.example/ada", "profile"],
    ["https://old.example/web/@ada", "profile"],
    ["https://old.example/deck/@ada", "profile"],
    ["old.example/@ada", "profile"],
    ["https://ada@old.example", "profile"],
    ["https://viewer.example/@ada@old.example", "viewer"],
    ["https://viewer.example/@eve@far.example/@ada@old.example", "viewer"],
    ["https://viewer.example/old.example/@ada", "viewer"],
    ["https://viewer.example/far.example/@ada@old.example", "viewer"],
    ["https://viewer.example/#/old.example/@ada", "viewer"],
    ["https://viewer.example/#/@ada@old.example", "viewer"],
    ["https://viewer.example/#!/@ada@old.example", "viewer"],
    ["https://viewer.example/deck/@ada@old.example", "viewer"],
    ["viewer.example/@ada@old.example", "viewer"],
  ])("%s", (text, from) => {
    expect(acctOf(text)).toEqual(["ada@old.example", from]);
  });

  it.each([
    ["@user@münchen.example", "user@xn--mnchen-3ya.example", "@user@münchen.example"],
    ["user@xn--mnchen-3ya.example", "user@xn--mnchen-3ya.example", "@user@münchen.example"],
    ["Maria@old.example", "maria@old.example", "@Maria@old.example"],
    ["a.b-c_d@old.example", "a.b-c_d@old.example", "@a.b-c_d@old.example"],
    ["blog.example@blog.example", "blog.example@blog.example", "@blog.example@blog.example"],
    ["mé@old.example", "mé@old.example", "@mé@old.example"],
  ])("%s is %s and reads %s", (text, acct, display) => {
    const parsed = parseHandle(text);
    expect(parsed.ok && [parsed.handle.acct, displayHandle(parsed.handle)]).toEqual([acct, display]);
  });

  it.each([
    ["", { code: "empty" }],
    [" \u200b ", { code: "empty" }],
    ["maria", { code: "no-server", user: "maria" }],
    ["@maria", { code: "no-server", user: "maria" }],
    ["@maria@", { code: "no-server", user: "maria" }],
    ["@ada.example", { code: "no-server", user: "ada.example" }],
    ["old.example", { code: "bare-host", host: "old.example" }],
    ["https://old.example/", { code: "bare-host", host: "old.example" }],
    ["https://old.example/about", { code: "bare-host", host: "old.example" }],
    ["a@b@c.example", { code: "syntax" }],
    ["ada lovelace@old.example", { code: "syntax" }],
    ["ada@old.example @bo", { code: "syntax" }],
    ["ada@old.example and bo@old.example", { code: "syntax" }],
    ["@ada@old.example @bo@new.example", { code: "syntax" }],
    ["Ada (ada)", { code: "syntax" }],
    ["a/b@old.example", { code: "host", why: "single-label" }],
    ["<script>@old.example", { code: "syntax" }],
    ["ada@server", { code: "host", why: "single-label" }],
    ["ada@127.0.0.1", { code: "host", why: "address" }],
    ["ada@0x7f.1", { code: "host", why: "address" }],
    ["ada@[::1]", { code: "host", why: "address" }],
    ["ada@localhost", { code: "host", why: "local" }],
    ["ada@old.example:8443", { code: "host", why: "port" }],
    ["https://old.example:443/@ada", { code: "host", why: "port" }],
    ["https://[::1]/@ada", { code: "host", why: "address" }],
    ["ada@gmail.com", { code: "email", host: "gmail.com" }],
    ["gmail.com", { code: "email", host: "gmail.com" }],
    ["x.com", { code: "other-network", network: "x" }],
    ["ada.bsky.social", { code: "other-network", network: "bluesky", bridged: "ada.bsky.social@bsky.brid.gy" }],
    ["@ada.bsky.social", { code: "other-network", network: "bluesky", bridged: "ada.bsky.social@bsky.brid.gy" }],
    [
      "https://bsky.app/profile/ada.example",
      { code: "other-network", network: "bluesky", bridged: "ada.example@bsky.brid.gy" },
    ],
    ["ada@bsky.social", { code: "other-network", network: "bluesky" }],
    ["https://x.com/ada", { code: "other-network", network: "x" }],
    ["ada@twitter.com", { code: "other-network", network: "x" }],
    [
      "https://old.example/web/accounts/123",
      { code: "opaque-link", host: "old.example", url: "https://old.example/web/accounts/123" },
    ],
    [
      "https://viewer.example/#/old.example/a/123",
      { code: "opaque-link", host: "old.example", url: "https://viewer.example/#/old.example/a/123" },
    ],
    [
      "https://old.example/ap/users/123",
      { code: "opaque-link", host: "old.example", url: "https://old.example/ap/users/123" },
    ],
    [`${"a".repeat(3000)}@old.example`, { code: "syntax" }],
  ])("refuses %s", (text, error) => {
    expect(acctOf(text)).toEqual(error);
  });

  it("reads back what it writes", async () => {
    const users = stringMatching(/^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,20}[A-Za-z0-9_])?$/);
    const labels = stringMatching(/^[a-z](?:[a-z0-9-]{0,20}[a-z0-9])?$/);
    await assert(
      property(tuple(users, labels, constantFrom("example", "test", "münchen.example")), ([user, label, suffix]) => {
        const parsed = parseHandle(`${user}@${label}.${suffix}`);
        if (!parsed.ok) return expect(label.slice(2, 4)).toBe("--"); // only an ill-formed IDN label may fail
        expect(parseHandle(formatHandle(parsed.handle))).toEqual(parsed);
        expect(readAcct(parsed.handle.acct, "other.example")).toBe(parsed.handle.acct);
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws, and what it accepts of garbage it accepts again", async () => {
    const pieces = constantFrom(
      "@",
      "/",
      "#",
      ":",
      "%",
      "old.example",
      "ada",
      "https://",
      "acct:",
      " ",
      "İ",
      "＠",
      "..",
      "[::1]",
    );
    const garbage = array(pieces, { maxLength: 12 }).map((parts) => parts.join(""));
    for (const texts of [garbage, string({ unit: "grapheme", maxLength: 60 })]) {
      await assert(
        property(texts, (text) => {
          parseHandles(text);
          const parsed = parseHandle(text);
          if (!parsed.ok) return;
          const again = parseHandle(formatHandle(parsed.handle));
          expect(again).toEqual({ ok: true, handle: parsed.handle });
        }),
        { numRuns: 3000 },
      );
    }
  });
});

describe("parseHandles", () => {
  it.each([
    "@ada@old.example → @ada@new.example",
    "@ada@old.example -> @ada@new.example",
    "ada@old.example\nada@new.example",
    "@ada@old.example @ada@new.example",
    "ada@old.example, https://new.example/@ada",
    "\n@ada@old.example\r\n\r\n@ada@new.example\n",
  ])("%j holds both", (text) => {
    expect(parseHandles(text).map((parsed) => parsed.ok && parsed.handle.acct)).toEqual([
      "ada@old.example",
      "ada@new.example",
    ]);
  });
});

describe("readAcct", () => {
  it.each([
    ["otto", "otto@old.example"],
    ["Otto", "otto@old.example"],
    ["sam@Far.example", "sam@far.example"],
    ["@sam@far.example", "sam@far.example"],
    ["sam@münchen.example", "sam@xn--mnchen-3ya.example"],
    ["a@b@c", null],
    ["", null],
    ["sam@127.0.0.1", null],
  ])("%s in a list of old.example", (text, acct) => {
    expect(readAcct(text, "old.example")).toBe(acct);
  });
});
