import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { type FollowerLocale, isFollowerLocale, languageTag, TEXTS_COOKIE } from "#i18n/locales.ts";
import { messagesOf } from "#i18n/messages.ts";
import { type TextsOf, type Writer, writerIn } from "#i18n/say.ts";
import { readTextChoice, TEXT_PARTS, type TextPart } from "#i18n/text-choice.ts";

/** The language chosen for each part of the messages; the page's own where none was chosen. */
async function languages(): Promise<Readonly<Record<TextPart, FollowerLocale>>> {
  const choice = readTextChoice((await cookies()).get(TEXTS_COOKIE)?.value);
  const page = languageTag(await getLocale());
  const own = isFollowerLocale(page) ? page : "en";
  return { everybody: own, names: own, known: own, admins: own, ...choice };
}

/** Only languages that somebody chose are fetched. */
export async function readWriters(): Promise<Readonly<Record<TextPart, Writer>>> {
  const chosen = await languages();
  const pairs = TEXT_PARTS.map(async (part) => {
    const language = chosen[part];
    return [part, writerIn({ language, texts: (await messagesOf(language)).texts })] as const;
  });
  return Object.fromEntries(await Promise.all(pairs)) as Record<TextPart, Writer>;
}

/** The words of posts to single people, which the browser goes on writing with. */
export async function readMentionWords(): Promise<TextsOf<"mention">> {
  const { names } = await languages();
  const { mention } = (await messagesOf(names)).texts;
  return { language: names, texts: { mention } };
}
