import { json } from "../../../_http/answer.ts";
import { ownerReads } from "../../../_http/owner.ts";
import { notFound } from "../../../_http/problem.ts";

export const GET = ownerReads(async ({ request, id, key, opened }) => {
  const followers = new URL(request.url).searchParams.get("followers") === "none" ? "none" : "inline";
  const report = await opened.checks.report(id, key, { followers });
  return report ? json(report) : notFound();
});
