import { app } from "#lib/wire.ts";
import { json } from "../_http/answer.ts";

export async function GET(): Promise<Response> {
  return json((await app()).health());
}
