import { app } from "#lib/wire.ts";
import { answering } from "../../api/_http/answering.ts";
import { gonePage, sharePage } from "../_page/page-response.tsx";
import { wordsFor } from "../_page/words.ts";

type Route = { readonly params: Promise<{ readonly token: string }> };

export const GET = answering(async (request: Request, { params }: Route): Promise<Response> => {
  const { token } = await params;
  const { shares, config } = await app();
  const view = await shares.publicView(token);
  if (!view) return gonePage(request, token);
  return sharePage({ words: await wordsFor(request, token), view, token, publicUrl: config.publicUrl });
});
