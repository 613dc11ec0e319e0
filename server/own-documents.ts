import type { IncomingMessage, ServerResponse } from "node:http";
import type { App } from "#lib/wire.ts";

/** Short, so that nobody in between gives out an actor with a key that is no longer ours. */
const CACHE = "public, max-age=300";

/**
 * Answers what other servers ask of us before they believe our signature, ahead of limits and pages: one slow answer, or
 * one refusal, and a Mastodon refuses whatever we sign for five minutes. False: it was another question.
 */
export function giveOwnDocument(
  { method, url = "/" }: Pick<IncomingMessage, "method" | "url">,
  response: ServerResponse,
  documents: App["ownDocuments"],
): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  const found = documents?.(url);
  if (!found) return false;
  response.writeHead(found.status, {
    "content-type": found.type,
    "content-length": Buffer.byteLength(found.body),
    "cache-control": CACHE,
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
  });
  response.end(method === "GET" ? found.body : undefined);
  return true;
}
