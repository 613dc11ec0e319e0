import { expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { BROKEN_IN_ENGLISH, type BrokenWords, brokenAttribute, brokenWordsIn } from "./broken-words.ts";

it("says in English what the pages within the frame say", () => {
  const { title, what, again, start } = english.error;
  expect(BROKEN_IN_ENGLISH).toEqual({ lang: "en", dir: "ltr", site: english.site.name, title, what, again, start });
});

it("speaks the language in which the frame was drawn", () => {
  const arabic: BrokenWords = { ...BROKEN_IN_ENGLISH, lang: "ar", dir: "rtl", title: "حدث عطل لدينا" };
  expect(brokenWordsIn(brokenAttribute(arabic)["data-broken"])).toEqual(arabic);
});

it.each([undefined, "", "{", "null", '"x"'])("speaks English where the frame left %o", (left) => {
  expect(brokenWordsIn(left)).toMatchObject({ lang: "en", title: BROKEN_IN_ENGLISH.title });
});
