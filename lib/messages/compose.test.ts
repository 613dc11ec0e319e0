import { describe, expect, test } from "vitest";
import { defined } from "#lib/flow/defined.ts";
import { pathOf } from "#lib/software/index.ts";
import { type ComposeAt, composeLink } from "./compose.ts";

const text = "Hello & welcome\n@bo@far.example #1";
const encoded = encodeURIComponent(text);
const at = (software: string, template?: string): ComposeAt => ({
  host: "oldtown.example",
  webHost: "social.oldtown.example",
  ...defined({ path: pathOf("compose", software) }),
  ...(template ? { composer: { template, host: "social.oldtown.example" } } : {}),
});

describe("opens the composer of one's own server", () => {
  test.each([
    ["mastodon", `https://social.oldtown.example/share?text=${encoded}`],
    ["Misskey", `https://social.oldtown.example/share?text=${encoded}`],
    ["friendica", `https://social.oldtown.example/compose?body=${encoded}`],
    ["hubzilla", `https://social.oldtown.example/rpost?body=${encoded}`],
    ["gnusocial", `https://social.oldtown.example/notice/new?status_textarea=${encoded}`],
  ])("%s", (software, url) => {
    expect(composeLink(at(software), text)).toEqual({ url, host: "social.oldtown.example", via: "software" });
  });

  test.each(["gotosocial", "akkoma", "pixelfed", "", "something-new"])(
    "%s has none: the copy button stays",
    (software) => {
      expect(composeLink(at(software), text)).toBeNull();
    },
  );

  test("the server's own template comes first", () => {
    const link = composeLink(at("gotosocial", "https://social.oldtown.example/write?x={content}&y={unknown}"), text);
    expect(link).toEqual({
      url: `https://social.oldtown.example/write?x=${encoded}&y=`,
      host: "social.oldtown.example",
      via: "create",
    });
  });

  test("a template without a place for the text is passed over", () => {
    expect(composeLink(at("mastodon", "https://social.oldtown.example/x?r={inReplyTo}"), text)?.via).toBe("software");
  });

  test.each([
    "https://evil.example/?{content}",
    "javascript:alert('{content}')",
    "http://social.oldtown.example/share?text={content}",
    "https://social.oldtown.example@evil.example/?{content}",
    "https://me@social.oldtown.example/?{content}",
    "https://{content}.social.oldtown.example/",
  ])("a template that leads elsewhere is not followed: %s", (template) => {
    expect(composeLink(at("gotosocial", template), text)).toBeNull();
  });

  test("where nobody could read what a server runs, Mastodon's own page asks for it", () => {
    const link = { url: `https://share.joinmastodon.org/#text=${encoded}`, host: "share.joinmastodon.org" };
    expect(composeLink({ host: "oldtown.example", unread: true }, text)).toEqual({ ...link, via: "chooser" });
    expect(composeLink({ ...at("mastodon"), unread: true }, text)?.via).toBe("software");
    expect(composeLink({ host: "oldtown.example", unread: true }, "x".repeat(6000))).toBeNull();
  });

  test("a text too long for an address is copied instead", () => {
    expect(composeLink(at("mastodon"), "x".repeat(6000))).toBeNull();
  });
});
