import { done } from "../../../_http/answer.ts";
import { bearerOf, keepKey } from "../../../_http/key.ts";
import { ownerReads } from "../../../_http/owner.ts";
import { notFound } from "../../../_http/problem.ts";

/** Turns the key of a link's fragment into a cookie, so that pages of this check open without scripts. */
export const POST = ownerReads(async ({ request, id, opened }) => {
  const key = bearerOf(request);
  if (!key || !(await opened.checks.opens(id, key))) return notFound();
  const headers = new Headers();
  keepKey(headers, request, id, key, opened.config);
  return done(204, headers);
});
