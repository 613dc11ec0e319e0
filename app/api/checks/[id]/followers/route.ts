import { FollowersQuery } from "#lib/contract/report.ts";
import { json } from "../../../_http/answer.ts";
import { readQuery } from "../../../_http/body.ts";
import { ownerReads } from "../../../_http/owner.ts";
import { notFound } from "../../../_http/problem.ts";

export const GET = ownerReads(async ({ request, id, key, opened }) => {
  if (!(await opened.checks.opens(id, key))) return notFound();
  const query = readQuery(request, FollowersQuery);
  if (!query.ok) return query.response;
  const page = await opened.checks.followers(id, key, query.value);
  return page ? json(page) : notFound();
});
