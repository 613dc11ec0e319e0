import { createTranslator } from "next-intl";
import type english from "./en.json";
import { direction, type InterfaceLocale, intlLocale } from "./locales.ts";

export type NoticeTexts = (typeof english)["notice"];

/** What a browser shows where the page is not open. */
export function noticeIn(language: InterfaceLocale, texts: NoticeTexts, arrived: number) {
  const locale = intlLocale(language);
  const t = createTranslator({ locale, messages: { notice: texts }, namespace: "notice", timeZone: "UTC" });
  const body = arrived > 0 ? t("came", { count: arrived }) : t("changed");
  return { title: t("title"), body, lang: language, dir: direction(language) };
}
