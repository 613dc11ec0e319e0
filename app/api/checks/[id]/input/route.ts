import { MoreInput } from "#lib/contract/check-input.ts";
import { done } from "../../../_http/answer.ts";
import { LARGE, readJson } from "../../../_http/body.ts";
import { ownerWrites } from "../../../_http/owner.ts";
import { notFound, problem } from "../../../_http/problem.ts";

export const POST = ownerWrites(async ({ request, id, key, opened }) => {
  if (!(await opened.checks.opens(id, key))) return notFound();
  const more = await readJson(request, MoreInput, LARGE);
  if (!more.ok) return more.response;
  const given = await opened.checks.give(id, key, more.value);
  if (given === null) return notFound();
  if (given.ok) return done(202);
  if ("fields" in given) return problem(422, { fields: given.fields });
  return problem(409, { detail: "This check has a new address already. Start another one for another pair." });
});
