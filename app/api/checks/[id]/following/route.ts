import { json } from "../../../_http/answer.ts";
import { ownerReads } from "../../../_http/owner.ts";
import { notFound, problem } from "../../../_http/problem.ts";

export const GET = ownerReads(async ({ id, key, opened }) => {
  const found = await opened.checks.following(id, key);
  if (found === null) return notFound();
  return found === "needs-proof" ? problem(403, { detail: "Show first that the account is yours." }) : json(found);
});
