import { notFound, problem } from "./problem.ts";

type File = { readonly type: string; readonly name: string };
type Parts = AsyncIterable<string> | "needs-proof" | null;

/** A file that is made while it is read, for the account's owner alone. */
export function ownersFile(parts: Parts, { type, name }: File): Response {
  if (parts === null) return notFound();
  if (parts === "needs-proof") return problem(403, { detail: "Show first that the account is yours." });
  const headers = {
    "content-type": `${type}; charset=utf-8`,
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
  };
  return new Response(stream(parts), { headers });
}

/** Pulled by the reader, so that a long list never waits here in memory. */
function stream(parts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = parts[Symbol.asyncIterator]();
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
