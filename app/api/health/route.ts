import { app } from "#lib/wire.ts";
import { json } from "../_http/answer.ts";

export async function GET(): Promise<Response> {
  const health = await (await app()).health();
  return json(health, health.ok ? 200 : 503);
}
