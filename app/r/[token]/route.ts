import { app } from "#lib/wire.ts";
import { gonePage, sharePage } from "../_page/page-response.tsx";
import { wordsFor } from "../_page/words.ts";

export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const { shares, config } = await app();
  const view = await shares.publicView(token);
  if (!view) return gonePage(request, token);
  return sharePage({ words: await wordsFor(request, token), view, token, publicUrl: config.publicUrl });
}
