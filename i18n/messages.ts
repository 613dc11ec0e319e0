import type english from "./en.json";
import { isolated } from "./isolated.ts";
import { direction, type FollowerLocale, type Locale } from "./locales.ts";
import { pseudo, type Messages as Raw } from "./pseudo.ts";
import { withEnglish } from "./with-english.ts";

export type Messages = typeof english;

/** Each file is fetched when its language is asked for. The build compiles them, so a reader's browser parses nothing. */
const FILES: Readonly<Record<Exclude<FollowerLocale, "en">, () => Promise<{ readonly default: object }>>> = {
  de: () => import("./de.json"),
  fr: () => import("./fr.json"),
  es: () => import("./es.json"),
  ja: () => import("./ja.json"),
  "pt-BR": () => import("./pt-BR.json"),
  ar: () => import("./ar.json"),
  it: () => import("./it.json"),
  nl: () => import("./nl.json"),
  pl: () => import("./pl.json"),
  ru: () => import("./ru.json"),
  "zh-CN": () => import("./zh-CN.json"),
  ko: () => import("./ko.json"),
};

const made = new Map<Locale, Promise<Messages>>();

/** All words in a language; where one is missing the English one stands in its place. */
export function messagesOf(locale: Locale): Promise<Messages> {
  const kept = made.get(locale) ?? make(locale);
  made.set(locale, kept);
  return kept;
}

async function make(locale: Locale): Promise<Messages> {
  const { default: words } = await import("./en.json");
  if (locale === "en") return words;
  if (locale === "en-XA") return pseudo(words) as Messages;
  const whole = withEnglish(words, (await FILES[locale]()).default as Raw) as Messages;
  if (direction(locale) === "ltr") return whole;
  // Posts leave the page: marks that nobody sees would count there, and be copied along.
  return { ...(isolated(whole) as Messages), texts: whole.texts };
}
