import { WaitingQuery } from "#lib/contract/sign-in.ts";
import { defined } from "#lib/flow/defined.ts";
import { json } from "../../../_http/answer.ts";
import { readQuery } from "../../../_http/body.ts";
import { ownerReads } from "../../../_http/owner.ts";
import { notFound } from "../../../_http/problem.ts";

export const GET = ownerReads(async ({ request, id, key, opened }) => {
  const query = readQuery(request, WaitingQuery);
  if (!query.ok) return query.response;
  const waiting = await opened.signIns.waiting(id, key, query.value.after ?? "");
  if (!waiting) return notFound();
  const { offer: _, byHand, ...rest } = waiting;
  return json({ ...rest, ...defined({ byHand }) });
});
