import { ForgetQuery } from "#lib/contract/push.ts";
import { app } from "#lib/wire.ts";
import { done } from "../_http/answer.ts";
import { answering } from "../_http/answering.ts";
import { forgetCookies } from "../_http/forget-cookies.ts";
import { refuseForeign } from "../_http/key.ts";

export const DELETE = answering(async (request: Request): Promise<Response> => {
  const { config, pushes } = await app();
  const foreign = refuseForeign(request, config.publicUrl);
  if (foreign) return foreign;
  const { device } = ForgetQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams)).data ?? {};
  if (device) await pushes?.forget(device);
  const headers = new Headers();
  forgetCookies(headers, request, config);
  return done(204, headers);
});
