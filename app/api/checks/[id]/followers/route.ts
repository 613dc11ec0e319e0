import { readQuery } from "#lib/contract/report.ts";
import { json } from "../../../_http/answer.ts";
import { ownerReads } from "../../../_http/owner.ts";
import { notFound } from "../../../_http/problem.ts";

export const GET = ownerReads(async ({ request, id, key, opened }) => {
  const query = readQuery(Object.fromEntries(new URL(request.url).searchParams));
  const page = await opened.checks.followers(id, key, query);
  return page ? json(page) : notFound();
});
