import { app } from "#lib/wire.ts";
import { answering } from "../../_http/answering.ts";
import { notFound } from "../../_http/problem.ts";

/** The mover's own two pictures and no others. */
export const GET = answering(
  async (_: Request, { params }: { readonly params: Promise<{ readonly sig: string }> }): Promise<Response> => {
    const { sig } = await params;
    const picture = await (await app()).avatars.read(sig);
    if (!picture) return notFound();
    const headers = {
      "content-type": picture.type,
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "public, max-age=86400",
    };
    return new Response(Buffer.from(picture.bytes), { headers });
  },
);
