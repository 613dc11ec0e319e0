import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { INTERFACE_LOCALES, intlLocale, LANGUAGE_COOKIE, TEST_LOCALE } from "#i18n/locales.ts";
import { messagesOf } from "#i18n/messages.ts";
import { chooseLocale } from "#i18n/negotiate.ts";

/**
 * What the address asks for stands in the cookie already: `proxy.ts` puts it there. The server cannot know the reader's
 * clock: times are rendered in UTC and turned to local ones in the browser.
 */
export default getRequestConfig(async () => {
  const [kept, said] = await Promise.all([cookies(), headers()]);
  const wishes = { kept: kept.get(LANGUAGE_COOKIE)?.value, accepted: said.get("accept-language") };
  const locale = chooseLocale(wishes, [...INTERFACE_LOCALES, TEST_LOCALE]);
  return { locale: intlLocale(locale), messages: await messagesOf(locale), timeZone: "UTC" };
});
