import { createTranslator } from "next-intl";
import english from "#i18n/en.json";
import { type FollowerLocale, intlLocale } from "#i18n/locales.ts";

type Messages = Pick<typeof english, "sharePage">;

export const shareWords = (language: FollowerLocale, { sharePage }: Messages) =>
  createTranslator({
    locale: intlLocale(language),
    messages: { sharePage },
    namespace: "sharePage",
    timeZone: "UTC",
  });

export type ShareWords = ReturnType<typeof shareWords>;

/** The words of the followers' page, in the follower's language: few of them read the mover's. */
export type PageWords = {
  readonly language: FollowerLocale;
  readonly t: ShareWords;
  /** Of the page: an answer to its form stands at another address. */
  readonly path: string;
  /** The language stands in the address: it goes along on every way that leads back to this page. */
  readonly asked: boolean;
};

type Way = Pick<PageWords, "path" | "asked">;

export const pageWords = (language: FollowerLocale, messages: Messages, way: Way): PageWords => ({
  ...way,
  language,
  t: shareWords(language, messages),
});

/** What a way back to this page ends with. */
export const languageQuery = ({ language, asked }: PageWords): string => (asked ? `?lang=${language}` : "");

/** A name is the same in every language. */
export const SITE_NAME = english.site.name;
