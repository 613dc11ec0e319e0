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
  return new Response(stream(rows), { headers });
});

/** Pulled by the reader, so that a long list never waits here in memory. */
function stream(rows: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = rows[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: () => void iterator.return?.(),
  });
}
