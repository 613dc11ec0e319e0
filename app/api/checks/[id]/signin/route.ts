import { SignInInput } from "#lib/contract/sign-in.ts";
import { done, json } from "../../../_http/answer.ts";
import { readJson } from "../../../_http/body.ts";
import { ownerWrites } from "../../../_http/owner.ts";
import { notFound, problem } from "../../../_http/problem.ts";
import { keepBinder } from "../../../_http/sign-in.ts";

export const POST = ownerWrites(async ({ request, id, key, opened }) => {
  if (!(await opened.checks.opens(id, key))) return notFound();
  const wanted = await readJson(request, SignInInput);
  if (!wanted.ok) return wanted.response;
  const begun = await opened.signIns.begin(id, key, wanted.value.account);
  if (begun === null) return notFound();
  if (begun === "off") return problem(403, { detail: "The operator of this server has turned signing in off." });
  if (!begun.ok) return problem(409, { fields: { account: begun.why } });
  const answer = json({ url: begun.url }, 201);
  keepBinder(answer.headers, begun.cookie, opened.config);
  return answer;
});

export const DELETE = ownerWrites(async ({ id, key, opened }) => {
  const left = await opened.signIns.leave(id, key);
  return left === null ? notFound() : done(204);
});
