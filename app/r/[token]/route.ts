import { app } from "#lib/wire.ts";
import { gonePage, sharePage } from "../_page/page-response.tsx";

export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const { shares, config } = await app();
  const view = await shares.publicView(token);
  return view ? sharePage({ view, token, publicUrl: config.publicUrl }) : gonePage();
}
