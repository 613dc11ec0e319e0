import type { CheckEvent } from "#lib/wire.ts";
import { ownerReads } from "../../../_http/owner.ts";
import { notFound } from "../../../_http/problem.ts";

const HEADERS = {
  "content-type": "text/event-stream",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};
const HEARTBEAT_MS = 15_000;

export const GET = ownerReads(async ({ request, id, key, opened }) => {
  if (!(await opened.checks.opens(id, key))) return notFound();
  // Nobody reads what follows the head, so nothing would ever end it.
  if (request.method === "HEAD") return new Response(null, { headers: HEADERS });
  const since = Number(request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("since") ?? 0);
  const stop = AbortSignal.any([request.signal, opened.closing]);
  const events = opened.watch(id, Number.isSafeInteger(since) && since > 0 ? since : 0, stop);
  return new Response(stream(events), { headers: HEADERS });
});

/** Pulled by the reader: a slow one is read to at its own pace, and nothing piles up here. */
function stream(events: AsyncGenerator<CheckEvent | "quiet">): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let spoken = Date.now();
  return new ReadableStream({
    async pull(controller) {
      for (;;) {
        const next = await events.next();
        if (next.done) return controller.close();
        const text = next.value === "quiet" ? heartbeat(spoken) : written(next.value);
        if (!text) continue;
        spoken = Date.now();
        return controller.enqueue(encoder.encode(text));
      }
    },
    async cancel() {
      await events.return(undefined);
    },
  });
}

const heartbeat = (spoken: number): string => (Date.now() - spoken >= HEARTBEAT_MS ? ": here\n\n" : "");
const written = ({ event, rev, data }: CheckEvent): string =>
  `event: ${event}\nid: ${rev}\ndata: ${JSON.stringify(data)}\n\n`;
