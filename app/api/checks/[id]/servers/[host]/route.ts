import { json } from "../../../../_http/answer.ts";
import { ownerReads } from "../../../../_http/owner.ts";
import { notFound } from "../../../../_http/problem.ts";

export const GET = ownerReads<"host">(async ({ id, key, at, opened }) => {
  const server = await opened.checks.server(id, key, at.host.toLowerCase());
  return server ? json(server) : notFound();
});
