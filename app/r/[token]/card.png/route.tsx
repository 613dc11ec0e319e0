import { ImageResponse } from "next/og";
import { CARD_SIZE, Card } from "#components/share/card.tsx";
import { cardLine } from "#components/share/card-line.ts";
import { SITE_NAME, shareWords } from "#components/share/words.ts";
import { drawableLocale } from "#i18n/drawable.ts";
import { FOLLOWER_LOCALES } from "#i18n/locales.ts";
import { messagesOf } from "#i18n/messages.ts";
import { chooseLocale } from "#i18n/negotiate.ts";
import { app } from "#lib/wire.ts";
import { answering } from "../../../api/_http/answering.ts";
import { keepCards } from "../../_page/cards.ts";
import { ASKED_EACH_TIME, gonePage } from "../../_page/page-response.tsx";

/** Words hold no line break. */
const BREAK = "\n";
const cardOf = keepCards((words) => {
  const [line = "", address = ""] = words.split(BREAK);
  return new ImageResponse(<Card address={address} line={line} site={SITE_NAME} />, CARD_SIZE).arrayBuffer();
});

/** By its address alone: a picture is fetched by servers, whose own language says nothing about their readers. */
async function wordsIn({ url }: Request) {
  const asked = new URL(url).searchParams.get("lang");
  const language = drawableLocale(chooseLocale({ asked }, FOLLOWER_LOCALES));
  return shareWords(language, await messagesOf(language));
}

type Route = { readonly params: Promise<{ readonly token: string }> };

export const GET = answering(async (request: Request, { params }: Route): Promise<Response> => {
  const { token } = await params;
  const words = await (await app()).shares.card(token);
  if (!words) return gonePage(request, token);
  const picture = await cardOf([cardLine(words.name, await wordsIn(request)), words.address].join(BREAK));
  return new Response(picture, {
    headers: {
      "content-type": "image/png",
      "cache-control": ASKED_EACH_TIME,
      "x-robots-tag": "noindex, nofollow, noarchive",
    },
  });
});
