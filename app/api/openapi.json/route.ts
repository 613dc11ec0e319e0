import { openApi } from "#lib/contract/openapi.ts";
import { app } from "#lib/wire.ts";
import { answering } from "../_http/answering.ts";

export const GET = answering(async (): Promise<Response> => {
  const { version, config } = await app();
  return Response.json(openApi(version, config.publicUrl), { headers: { "cache-control": "public, max-age=300" } });
});
