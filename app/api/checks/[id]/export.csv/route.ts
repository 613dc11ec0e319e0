import { ownerReads } from "../../../_http/owner.ts";
import { notFound, problem } from "../../../_http/problem.ts";

export const GET = ownerReads(async ({ id, key, opened }) => {
  const rows = await opened.checks.exportCsv(id, key);
  if (rows === null) return notFound();
  if (rows === "needs-proof") return problem(403, { detail: "Show first that the account is yours." });
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="followers.csv"',
    "cache-control": "no-store",
  };
  return new Response(ReadableStream.from(encoded(rows)), { headers });
});

async function* encoded(rows: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const row of rows) yield encoder.encode(row);
}
