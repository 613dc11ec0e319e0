import { app } from "#lib/wire.ts";
import { answering } from "../../_http/answering.ts";

/** Browsers draw it all the same, where without it they would show that something is broken. */
const NOBODY =
  '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><path fill="#a3968a" d="M0 0h36v36H0z"/><path fill="#f1eae1" d="M18 8a6 6 0 1 1 0 12 6 6 0 0 1 0-12M6 36a12 12 0 0 1 24 0z"/></svg>';

const POLICY = { "content-security-policy": "default-src 'none'; sandbox" };

/** The mover's own two pictures and no others. */
export const GET = answering(
  async (_: Request, { params }: { readonly params: Promise<{ readonly sig: string }> }): Promise<Response> => {
    const { sig } = await params;
    const picture = await (await app()).avatars.read(sig);
    if (!picture) return nobody();
    const headers = { ...POLICY, "content-type": picture.type, "cache-control": "public, max-age=86400" };
    return new Response(Buffer.from(picture.bytes), { headers });
  },
);

function nobody(): Response {
  const headers = { ...POLICY, "content-type": "image/svg+xml", "cache-control": "no-store" };
  return new Response(NOBODY, { status: 404, headers });
}
