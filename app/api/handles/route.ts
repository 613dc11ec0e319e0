import { app } from "#lib/wire.ts";
import { json } from "../_http/answer.ts";
import { problem } from "../_http/problem.ts";

export async function GET(request: Request): Promise<Response> {
  const address = new URL(request.url).searchParams.get("address") ?? "";
  const read = await (await app()).preview(address);
  return read.ok ? json(read.preview) : problem(422, { fields: read.fields });
}
