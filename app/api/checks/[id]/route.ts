import { done, json } from "../../_http/answer.ts";
import { ownerReads, ownerWrites } from "../../_http/owner.ts";
import { notFound } from "../../_http/problem.ts";

export const GET = ownerReads(async ({ id, key, opened }) => {
  const state = await opened.checks.state(id, key);
  return state ? json(state) : notFound();
});

export const DELETE = ownerWrites(async ({ id, key, opened }) =>
  (await opened.checks.remove(id, key)) ? done(204) : notFound(),
);
