import { openApi } from "#lib/contract/openapi.ts";
import { app } from "#lib/wire.ts";

export async function GET(): Promise<Response> {
  const { version, config } = await app();
  return Response.json(openApi(version, config.publicUrl), { headers: { "cache-control": "public, max-age=300" } });
}
