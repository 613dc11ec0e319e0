import { readFileSync } from "node:fs";
import { INTERFACE_LOCALES, type InterfaceLocale, isInterfaceLocale } from "#i18n/locales.ts";
import { type NoticeTexts, noticeIn } from "#i18n/notice.ts";
import type { PushDeps } from "../push/service.ts";

const [ENGLISH] = INTERFACE_LOCALES;

/** A notice goes out where no page asks for it, so its words are read as files. One that cannot be read is English. */
export const noticeWords: PushDeps["words"] = (asked, { arrived }) => {
  const language = isInterfaceLocale(asked) ? asked : ENGLISH;
  const own = textsOf(language);
  return own ? noticeIn(language, { ...englishTexts(), ...own }, arrived) : noticeIn(ENGLISH, englishTexts(), arrived);
};

function textsOf(language: InterfaceLocale): Partial<NoticeTexts> | undefined {
  try {
    return (JSON.parse(readFileSync(`i18n/${language}.json`, "utf8")) as { notice?: NoticeTexts }).notice;
  } catch {
    return undefined;
  }
}

function englishTexts(): NoticeTexts {
  const texts = textsOf(ENGLISH);
  if (!texts) throw new Error("The words of a notice are missing.");
  return texts as NoticeTexts;
}
