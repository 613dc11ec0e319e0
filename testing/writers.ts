import { readFileSync } from "node:fs";
import english from "#i18n/en.json" with { type: "json" };
import type { FollowerLocale } from "#i18n/locales.ts";
import { type Writer, writerIn } from "#i18n/say.ts";

const FOLDER = new URL("../i18n/", import.meta.url);

/** The words of a language as they stand in its file, without English in place of what is missing. */
export const wordsOf = (locale: FollowerLocale): typeof english =>
  JSON.parse(readFileSync(new URL(`${locale}.json`, FOLDER), "utf8"));

export const inEnglish: Writer = writerIn({ language: "en", texts: english.texts });
export const writerOf = (locale: FollowerLocale): Writer =>
  writerIn({ language: locale, texts: wordsOf(locale).texts });
