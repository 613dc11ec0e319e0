import { ImageResponse } from "next/og";
import { getTranslations } from "next-intl/server";
import { CARD_SIZE, Card } from "#components/share/card.tsx";

/** Drawn once: the picture beside a posted link to the start page. */
let drawn: Promise<ArrayBuffer> | undefined;

export async function GET(): Promise<Response> {
  drawn ??= draw();
  const picture = await drawn.catch((error: unknown) => {
    drawn = undefined;
    throw error;
  });
  return new Response(picture, { headers: { "content-type": "image/png", "cache-control": "public, max-age=86400" } });
}

async function draw(): Promise<ArrayBuffer> {
  const [start, site] = await Promise.all([getTranslations("start"), getTranslations("site")]);
  return new ImageResponse(
    <Card address={site("card")} line={start("title")} site={site("name")} />,
    CARD_SIZE,
  ).arrayBuffer();
}
