import { LooksChoice } from "#lib/contract/check-state.ts";
import { done } from "../../../_http/answer.ts";
import { readJson } from "../../../_http/body.ts";
import { ownerWrites } from "../../../_http/owner.ts";
import { notFound, problem } from "../../../_http/problem.ts";

export const PUT = ownerWrites(async ({ request, id, key, opened: { checks } }) => {
  if (!(await checks.opens(id, key))) return notFound();
  const wanted = await readJson(request, LooksChoice);
  if (!wanted.ok) return wanted.response;
  const chosen = await checks.looks(id, key, wanted.value.on);
  if (chosen === null) return notFound();
  return chosen ? done(204) : problem(409, { detail: "Only a check of a move that was made looks again by itself." });
});
