import { type PageWords, pageWords } from "#components/share/words.ts";
import { FOLLOWER_LOCALES, isFollowerLocale } from "#i18n/locales.ts";
import { messagesOf } from "#i18n/messages.ts";
import { chooseLocale } from "#i18n/negotiate.ts";

/** What the address asks for, else what the follower's browser does. No cookie: the page is kept by language alone. */
export async function wordsFor(request: Request, token: string): Promise<PageWords> {
  const asked = new URL(request.url).searchParams.get("lang");
  const accepted = request.headers.get("accept-language");
  const language = chooseLocale({ asked, accepted }, FOLLOWER_LOCALES);
  return pageWords(language, await messagesOf(language), { path: `/r/${token}`, asked: isFollowerLocale(asked) });
}
