import { app } from "#lib/wire.ts";
import { json } from "../_http/answer.ts";
import { answering } from "../_http/answering.ts";
import { problem } from "../_http/problem.ts";

export const GET = answering(async (request: Request): Promise<Response> => {
  const address = new URL(request.url).searchParams.get("address") ?? "";
  const read = await (await app()).preview(address);
  return read.ok ? json(read.preview) : problem(422, { fields: read.fields });
});
