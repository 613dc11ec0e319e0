import { done } from "../../../_http/answer.ts";
import { ownerWrites } from "../../../_http/owner.ts";
import { notFound, problem } from "../../../_http/problem.ts";

export const POST = ownerWrites(async ({ id, key, opened }) => {
  const ended = await opened.checks.cancel(id, key);
  if (ended === null) return notFound();
  return ended === "cancelled" ? done(202) : problem(409, { detail: "This check has ended already." });
});
