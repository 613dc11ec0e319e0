import { describe, expect, test } from "vitest";
import { FOLLOWER_LOCALES, INTERFACE_LOCALES } from "./locales.ts";
import { chooseLocale, negotiate } from "./negotiate.ts";

describe("what a browser asks for", () => {
  test.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["en-GB,en;q=0.9", "en"],
    ["pt-PT,pt;q=0.9", "pt-BR"],
    ["pt-br", "pt-BR"],
    ["zh-CN,zh;q=0.9", "zh-CN"],
    ["zh-Hans-SG", "zh-CN"],
    ["zh-TW,zh-Hant;q=0.9,ja;q=0.5", "ja"],
    ["sv,ko;q=0.3", "ko"],
    ["en;q=0.1, fr;q=0.7,it ; q=0.9", "it"],
    ["de;q=0,fr", "fr"],
    ["AR-EG", "ar"],
    ["*", undefined],
    ["", undefined],
    [null, undefined],
    [";;;,,q=1", undefined],
    ["de;q=much,nl", "nl"],
    ["tlh", undefined],
    ["d", undefined],
    [`${"x,".repeat(300)}de`, undefined],
  ])("%j is answered in %s", (header, locale) => {
    expect(negotiate(header, FOLLOWER_LOCALES)).toBe(locale);
  });

  test("in what is offered there: the interface is in fewer languages", () => {
    expect(negotiate("it,fr;q=0.5", FOLLOWER_LOCALES)).toBe("it");
    expect(negotiate("it,fr;q=0.5", INTERFACE_LOCALES)).toBe("fr");
  });
});

describe("a page's language", () => {
  const wishes = { asked: "ja", kept: "fr", accepted: "de" };
  test.each([
    [wishes, "ja"],
    [{ ...wishes, asked: null }, "fr"],
    [{ ...wishes, asked: "xx", kept: "<script>" }, "de"],
    [{ accepted: "tlh" }, "en"],
    [{}, "en"],
  ])("of %j is %s", (given, locale) => {
    expect(chooseLocale(given, INTERFACE_LOCALES)).toBe(locale);
  });
});
