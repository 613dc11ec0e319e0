import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { createTranslator } from "next-intl";
import english from "#i18n/en.json" with { type: "json" };
import { FOLLOWER_LOCALES, type FollowerLocale, intlLocale, LANGUAGE_COOKIE } from "#i18n/locales.ts";
import { chooseLocale } from "#i18n/negotiate.ts";
import { withEnglish } from "#i18n/with-english.ts";

type Sections = Pick<typeof english, "site" | "plain" | "error" | "notFound">;
const { site, plain, error, notFound } = english;
const ENGLISH: Sections = { site, plain, error, notFound };

const translator = (language: FollowerLocale, messages: Sections) => ({
  language,
  t: createTranslator({ locale: intlLocale(language), messages, timeZone: "UTC" }),
});
/** The words of a page that the server writes by itself, without Next. */
export type ServerWords = ReturnType<typeof translator>;

const made = new Map<FollowerLocale, ServerWords>();

/** Read once, when the first page needs them. A file that cannot be read costs its language and no page. */
export function serverWords(language: FollowerLocale): ServerWords {
  const kept = made.get(language) ?? translator(language, sectionsOf(language));
  made.set(language, kept);
  return kept;
}

function sectionsOf(language: FollowerLocale): Sections {
  try {
    const file = new URL(`../i18n/${language}.json`, import.meta.url);
    return withEnglish(ENGLISH, JSON.parse(readFileSync(file, "utf8"))) as Sections;
  } catch {
    return ENGLISH;
  }
}

export function languageOf({ headers }: Pick<IncomingMessage, "headers">): FollowerLocale {
  const kept = new RegExp(`(?:^|; ?)${LANGUAGE_COOKIE}=([\\w-]{2,10})(?:;|$)`).exec(headers.cookie ?? "")?.[1];
  return chooseLocale({ kept, accepted: headers["accept-language"] }, FOLLOWER_LOCALES);
}
