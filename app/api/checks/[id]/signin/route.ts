import { SignInInput } from "#lib/contract/sign-in.ts";
import { defined } from "#lib/flow/defined.ts";
import { done } from "../../../_http/answer.ts";
import { readJson } from "../../../_http/body.ts";
import { ownerWrites } from "../../../_http/owner.ts";
import { notFound } from "../../../_http/problem.ts";
import { setOut } from "../../../_http/set-out.ts";

export const POST = ownerWrites(async ({ request, id, key, opened }) => {
  if (!(await opened.checks.opens(id, key))) return notFound();
  const wanted = await readJson(request, SignInInput);
  if (!wanted.ok) return wanted.response;
  const begun = await opened.signIns.begin(id, key, {
    use: wanted.value.account,
    ...defined({ ticks: wanted.value.ticks }),
  });
  return setOut(begun, opened.config);
});

export const DELETE = ownerWrites(async ({ id, key, opened }) => {
  const left = await opened.signIns.leave(id, key);
  return left === null ? notFound() : done(204);
});
