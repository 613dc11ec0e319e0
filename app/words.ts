import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, type Locale } from "#i18n/locales.ts";
import { pseudo } from "#i18n/pseudo.ts";

/** The server cannot know the reader's clock: times are rendered in UTC and turned to local ones in the browser. */
export default getRequestConfig(async () => {
  const asked = (await cookies()).get("hw_lang")?.value;
  const locale: Locale = isLocale(asked) ? asked : "en";
  const { default: english } = await import("#i18n/en.json");
  return { locale, messages: locale === "en-XA" ? pseudo(english) : english, timeZone: "UTC" };
});
