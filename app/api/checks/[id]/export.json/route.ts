import { ownerReads } from "../../../_http/owner.ts";
import { notFound, problem } from "../../../_http/problem.ts";

export const GET = ownerReads(async ({ id, key, opened }) => {
  const report = await opened.checks.exportJson(id, key);
  if (report === null) return notFound();
  if (report === "needs-proof") return problem(403, { detail: "Show first that the account is yours." });
  const headers = { "content-disposition": 'attachment; filename="housewarming.json"', "cache-control": "no-store" };
  return Response.json(report, { headers });
});
