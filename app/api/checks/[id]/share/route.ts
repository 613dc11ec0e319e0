import { NewShare } from "#lib/contract/share.ts";
import { done, json } from "../../../_http/answer.ts";
import { readJson } from "../../../_http/body.ts";
import { ownerReads, ownerWrites } from "../../../_http/owner.ts";
import { notFound, problem } from "../../../_http/problem.ts";

const WHY = {
  "no-report": { status: 409, detail: "There is no report yet." },
  "needs-proof": { status: 403, detail: "Show first that the account is yours." },
  "not-confirmed": { status: 409, detail: "The two accounts do not confirm each other." },
} as const;

export const POST = ownerWrites(async ({ request, id, key, opened }) => {
  if (!(await opened.checks.opens(id, key))) return notFound();
  const wanted = await readJson(request, NewShare);
  if (!wanted.ok) return wanted.response;
  const made = await opened.shares.create(id, wanted.value);
  if (!made) return notFound();
  if (made.ok) return json({ token: made.token, url: made.url }, 201);
  return problem(WHY[made.why].status, { detail: WHY[made.why].detail });
});

export const GET = ownerReads(async ({ id, key, opened }) => {
  const status = (await opened.checks.opens(id, key)) ? await opened.shares.status(id) : null;
  return status ? json(status) : notFound();
});

export const DELETE = ownerWrites(async ({ id, key, opened }) => {
  const removed = (await opened.checks.opens(id, key)) && (await opened.shares.remove(id));
  return removed ? done(204) : notFound();
});
