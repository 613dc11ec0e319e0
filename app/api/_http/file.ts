import { notFound, problem } from "./problem.ts";

type File = { readonly type: string; readonly name: string };
type Parts = AsyncIterable<string> | "needs-proof" | null;

/** A file that is made while it is read, for the account's owner alone. */
export function ownersFile(parts: Parts, file: File): Response {
  if (parts === null) return notFound();
  if (parts === "needs-proof") return problem(403, { detail: "Show first that the account is yours." });
  return fileAnswer(stream(parts), file);
}

/** Something to keep, which no cache keeps for others. */
export const fileAnswer = (body: BodyInit, { type, name }: File): Response =>
  new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });

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
