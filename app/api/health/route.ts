import { app } from "#lib/wire.ts";
import { json } from "../_http/answer.ts";
import { answering } from "../_http/answering.ts";

export const GET = answering(async (): Promise<Response> => {
  const health = await (await app()).health();
  return json(health, health.ok ? 200 : 503);
});
