import type english from "./en.json";

/** The whole interface is in these. */
export const INTERFACE_LOCALES = ["en", "de", "fr", "es", "ja", "pt-BR", "ar"] as const;
/** Followers are met in more: their page, its card, and the messages that are written to them. */
export const FOLLOWER_LOCALES = [...INTERFACE_LOCALES, "it", "nl", "pl", "ru", "zh-CN", "ko"] as const;
/** English made strange by code, for tests: a word that stays plain is not translated. */
export const TEST_LOCALE = "en-XA";

export type InterfaceLocale = (typeof INTERFACE_LOCALES)[number];
export type FollowerLocale = (typeof FOLLOWER_LOCALES)[number];
export type Locale = FollowerLocale | typeof TEST_LOCALE;

/** Each language in its own words: whoever looks for it reads it. */
export const OWN_NAMES: Readonly<Record<FollowerLocale, string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ja: "日本語",
  "pt-BR": "Português (Brasil)",
  ar: "العربية",
  it: "Italiano",
  nl: "Nederlands",
  pl: "Polski",
  ru: "Русский",
  "zh-CN": "简体中文",
  ko: "한국어",
};

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);
export const direction = (locale: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";

/** Numbers in Arabic text stand beside hosts, versions and dates in Latin figures: one kind of figures for all of them. */
export const intlLocale = (locale: string): string => (locale === "ar" ? "ar-u-nu-latn" : locale);

/** Cookies of ours besides the keys of checks: the language of the pages, and those chosen for messages. */
export const LANGUAGE_COOKIE = "hw_lang";
export const TEXTS_COOKIE = "hw_texts";

/** Back to the tag that stands in `lang`. */
export const languageTag = (locale: string): string => locale.split("-u-")[0] ?? locale;

const isOneOf =
  <L extends string>(locales: readonly L[]) =>
  (text: string | null | undefined): text is L =>
    locales.some((locale) => locale === text);

export const isInterfaceLocale = isOneOf(INTERFACE_LOCALES);
export const isFollowerLocale = isOneOf(FOLLOWER_LOCALES);

/** Every key of a message, and every language, is checked by the compiler. */
declare module "next-intl" {
  interface AppConfig {
    Messages: typeof english;
  }
}
