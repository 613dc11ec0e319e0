import { createTranslator } from "next-intl";
import type english from "./en.json";
import { type FollowerLocale, intlLocale } from "./locales.ts";

type Texts = (typeof english)["texts"];

const translator = (language: FollowerLocale, texts: Texts) =>
  createTranslator({ locale: intlLocale(language), messages: { texts }, namespace: "texts", timeZone: "UTC" });

/** Says one sentence of the messages that people send. */
type Say = ReturnType<typeof translator>;
/** Writes all messages in one language. */
export type Writer = { readonly language: FollowerLocale; readonly say: Say };

/** The words of messages as plain JSON, on their way to a browser. */
export type TextsOf<Part extends keyof Texts = keyof Texts> = {
  readonly language: FollowerLocale;
  readonly texts: Pick<Texts, Part>;
};

/** A page is handed no more than the parts that it writes with. */
export const writerIn = ({ language, texts }: TextsOf<never> | TextsOf): Writer => ({
  language,
  say: translator(language, texts as Texts),
});
