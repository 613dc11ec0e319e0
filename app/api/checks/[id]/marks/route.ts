import { Mark } from "#lib/contract/check-input.ts";
import { done } from "../../../_http/answer.ts";
import { readJson } from "../../../_http/body.ts";
import { ownerWrites } from "../../../_http/owner.ts";
import { notFound, problem } from "../../../_http/problem.ts";

export const PUT = ownerWrites(async ({ request, id, key, opened }) => {
  if (!(await opened.checks.opens(id, key))) return notFound();
  const mark = await readJson(request, Mark);
  if (!mark.ok) return mark.response;
  const marked = await opened.checks.mark(id, key, mark.value.acct, mark.value.mark);
  if (marked === null) return notFound();
  return marked ? done(204) : problem(422, { fields: { acct: "unknown" } });
});
