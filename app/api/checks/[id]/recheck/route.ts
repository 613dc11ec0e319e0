import { done } from "../../../_http/answer.ts";
import { ownerWrites } from "../../../_http/owner.ts";
import { notFound, problem } from "../../../_http/problem.ts";

export const POST = ownerWrites(async ({ id, key, opened }) => {
  const again = await opened.checks.recheck(id, key);
  if (again === null) return notFound();
  return again === "again" ? done(202) : problem(409, { detail: "Everything known is less than ten minutes old." });
});
