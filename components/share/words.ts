import { createTranslator } from "next-intl";
import english from "#i18n/en.json";

/**
 * The words of the followers' page. The page is the same for everybody, so that one copy can serve a crowd: its
 * language is not read from the visitor.
 */
export const LANGUAGE = "en";
export const shareWords = () =>
  createTranslator({ locale: LANGUAGE, messages: english, namespace: "sharePage", timeZone: "UTC" });
export const SITE_NAME = english.site.name;
export type ShareWords = ReturnType<typeof shareWords>;
