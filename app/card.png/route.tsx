import { ImageResponse } from "next/og";
import { createTranslator } from "next-intl";
import { CARD_SIZE, Card } from "#components/share/card.tsx";
import { drawableLocale } from "#i18n/drawable.ts";
import { INTERFACE_LOCALES, type InterfaceLocale } from "#i18n/locales.ts";
import { messagesOf } from "#i18n/messages.ts";
import { chooseLocale } from "#i18n/negotiate.ts";

/** Drawn once for each language: the picture beside a posted link to the start page. */
const drawn = new Map<InterfaceLocale, Promise<ArrayBuffer>>();

/** `?in=` and not `?lang=`: whoever looks at a picture has chosen no language. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("in");
  const locale = drawableLocale(chooseLocale({ asked }, INTERFACE_LOCALES));
  const drawing = drawn.get(locale) ?? draw(locale);
  drawn.set(locale, drawing);
  const picture = await drawing.catch((error: unknown) => {
    drawn.delete(locale);
    throw error;
  });
  return new Response(picture, { headers: { "content-type": "image/png", "cache-control": "public, max-age=86400" } });
}

async function draw(locale: InterfaceLocale): Promise<ArrayBuffer> {
  const t = createTranslator({ locale, messages: await messagesOf(locale) });
  return new ImageResponse(
    <Card address={t("site.card")} line={t("start.title")} site={t("site.name")} />,
    CARD_SIZE,
  ).arrayBuffer();
}
