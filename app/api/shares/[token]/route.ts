import { app } from "#lib/wire.ts";
import { answering } from "../../_http/answering.ts";
import { problem } from "../../_http/problem.ts";

export const GET = answering(
  async (_: Request, { params }: { readonly params: Promise<{ readonly token: string }> }): Promise<Response> => {
    const { token } = await params;
    const view = await (await app()).shares.publicView(token);
    if (!view) return problem(410);
    return Response.json(view, { headers: { "cache-control": "public, no-cache", "x-robots-tag": "noindex" } });
  },
);
