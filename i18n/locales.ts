import type english from "./en.json";

/** Languages that pages can be shown in. `en-XA` is English made strange by code: a word that stays plain is not translated. */
const LOCALES = ["en", "en-XA"] as const;
export type Locale = (typeof LOCALES)[number];

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);
export const direction = (locale: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";

export const isLocale = (text: string | undefined): text is Locale => LOCALES.some((locale) => locale === text);

/** Every key of a message, and every language, is checked by the compiler. */
declare module "next-intl" {
  interface AppConfig {
    Messages: typeof english;
    Locale: Locale;
  }
}
