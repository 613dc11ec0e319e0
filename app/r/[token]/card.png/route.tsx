import { ImageResponse } from "next/og";
import { CARD_SIZE, Card } from "#components/share/card.tsx";
import { cardLine } from "#components/share/card-line.ts";
import { SITE_NAME, shareWords } from "#components/share/words.ts";
import { app } from "#lib/wire.ts";
import { gonePage } from "../../_page/page-response.tsx";

/** Made once for each line; a posted link is fetched by hundreds of servers within seconds. */
const MOST_KEPT = 200;
const cards = new Map<string, Promise<ArrayBuffer>>();

export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const words = await (await app()).shares.card(token);
  if (!words) return gonePage();
  const picture = await cardOf(cardLine(words.name, shareWords()));
  return new Response(picture, {
    headers: {
      "content-type": "image/png",
      "cache-control": "public, max-age=3600",
      "x-robots-tag": "noindex, nofollow, noarchive",
    },
  });
}

function cardOf(line: string): Promise<ArrayBuffer> {
  const kept = cards.get(line);
  if (kept !== undefined) return kept;
  const made = new ImageResponse(<Card line={line} site={SITE_NAME} />, CARD_SIZE).arrayBuffer();
  made.catch(() => cards.delete(line));
  cards.set(line, made);
  for (const oldest of cards.keys()) {
    if (cards.size <= MOST_KEPT) break;
    cards.delete(oldest);
  }
  return made;
}
