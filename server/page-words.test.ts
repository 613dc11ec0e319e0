import { expect, it } from "vitest";
import { FOLLOWER_LOCALES } from "#i18n/locales.ts";
import { languageOf, serverWords } from "./page-words.ts";

it.each(FOLLOWER_LOCALES)("%s has words of its own for a page that broke", (locale) => {
  const { t } = serverWords(locale);
  const titles = [t("error.title"), t("plain.away.title"), t("notFound.title")];
  const inEnglish = serverWords("en").t;
  const shared = [inEnglish("error.title"), inEnglish("plain.away.title"), inEnglish("notFound.title")];
  expect(titles.filter((title) => shared.includes(title))).toEqual(locale === "en" ? titles : []);
});

it.each([
  [{ "accept-language": "fr-CH,fr;q=0.9" }, "fr"],
  [{ "accept-language": "fr", cookie: "hw_abc=k; hw_lang=ja" }, "ja"],
  [{ "accept-language": "fr", cookie: "xhw_lang=ja" }, "fr"],
  [{ "accept-language": "fr", cookie: "hw_lang=../../x" }, "fr"],
  [{ "accept-language": "ko", cookie: "hw_lang=en-XA" }, "ko"],
  [{}, "en"],
])("%j reads %s", (headers, language) => {
  expect(languageOf({ headers })).toBe(language);
});
