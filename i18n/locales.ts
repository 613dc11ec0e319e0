/** Languages that pages can be shown in. `en-XA` is English made strange by code: a word that stays plain is not translated. */
export const LOCALES = ["en", "en-XA"] as const;
export type Locale = (typeof LOCALES)[number];

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);
export const direction = (locale: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";

export const isLocale = (text: string | undefined): text is Locale => LOCALES.some((locale) => locale === text);
