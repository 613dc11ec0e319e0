import type { FollowerLocale } from "./locales.ts";

/** The face that pictures are drawn with has no letters for these. */
const UNDRAWN: ReadonlySet<FollowerLocale> = new Set(["ja", "ar", "zh-CN", "ko"]);

/** The language of the words on a picture: English, where the reader's letters cannot be drawn. */
export const drawableLocale = <L extends FollowerLocale>(locale: L): L | "en" => (UNDRAWN.has(locale) ? "en" : locale);
