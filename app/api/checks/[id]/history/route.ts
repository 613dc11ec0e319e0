import { json } from "../../../_http/answer.ts";
import { ownerReads } from "../../../_http/owner.ts";
import { notFound } from "../../../_http/problem.ts";

export const GET = ownerReads(async ({ id, key, opened: { checks } }) => {
  const history = await checks.history(id, key);
  return history ? json(history) : notFound();
});
