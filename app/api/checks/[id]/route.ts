import { defined } from "#lib/flow/defined.ts";
import { done, json } from "../../_http/answer.ts";
import { ownerReads, ownerWrites } from "../../_http/owner.ts";
import { notFound } from "../../_http/problem.ts";

export const GET = ownerReads(async ({ id, key, opened }) => {
  const state = await opened.checks.state(id, key);
  const share = state && (await opened.shares.status(id));
  return state ? json({ ...state, ...defined({ share }) }) : notFound();
});

export const DELETE = ownerWrites(async ({ id, key, opened }) =>
  (await opened.checks.remove(id, key)) ? done(204) : notFound(),
);
