import { randomBytes } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Problem } from "#lib/contract/problem.ts";
import { log } from "#lib/log.ts";
import { STRICT_POLICY } from "./content-policy.ts";
import { languageOf, serverWords } from "./page-words.ts";
import { plainPage } from "./plain-page.ts";

const PROBLEM = "application/problem+json";
export const BROKEN: Problem = { type: "about:blank", title: "Something broke on our side", status: 500 };
/** What described the body that is not sent. */
const STALE = ["content-encoding", "content-length", "transfer-encoding", "etag", "link"];

/** What a failure means while the store is full or away. */
const AWAY = 503;
const RETRY_SECONDS = 30;
/** `isAway`: the store is. `notice`: the operator's line, which stands on every page. */
type House = { readonly isAway?: () => boolean; readonly notice?: string | undefined };

/** Whether a person looks at the answer in a window of a browser, and not a script at its body. */
export function isLookedAt({ headers }: Pick<IncomingMessage, "headers">): boolean {
  if (headers.rsc !== undefined) return false;
  const where = headers["sec-fetch-dest"];
  return where === undefined ? (headers.accept ?? "").includes("text/html") : where === "document";
}

/**
 * Next answers a page that fails with a blank one which its script fills, and a route that fails with nothing at all.
 * People who look at such an answer, or at one made for programs, get a page of words instead; programs get a problem.
 */
export function speakPlainly(request: IncomingMessage, response: ServerResponse, house: House = {}): void {
  const head = response.writeHead.bind(response);
  const write = response.write.bind(response) as (...part: unknown[]) => boolean;
  const end = response.end.bind(response) as (...part: unknown[]) => ServerResponse;
  let said = false;
  const saysInstead = (given: number): boolean => {
    const status = given >= 500 && house.isAway?.() ? AWAY : given;
    const words = said || response.headersSent ? undefined : wordsFor(request, response, status, house.notice);
    if (!words) return said;
    said = true;
    if (status === AWAY && !response.hasHeader("retry-after")) response.setHeader("retry-after", RETRY_SECONDS);
    for (const name of STALE) response.removeHeader(name);
    head(status, words.headers);
    end(words.body);
    return true;
  };
  // Compression, which Next lays around these, has begun its own stream by then: what comes out of it is dropped.
  Object.assign(response, {
    writeHead: (status: number, ...more: []) => (saysInstead(status) ? response : head(status, ...more)),
    write: (...part: unknown[]) => saysInstead(response.statusCode) || write(...part),
    end: (...part: unknown[]) => (saysInstead(response.statusCode) ? response : end(...part)),
  });
}

type Words = { readonly body: string; readonly headers: OutgoingHttpHeaders };

function wordsFor(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  notice: string | undefined,
): Words | undefined {
  const type = String(response.getHeader("content-type") ?? "");
  if (!isLookedAt(request)) return status >= 500 && type === "" ? problem(status) : undefined;
  if (status < 500 && !type.startsWith(PROBLEM)) return undefined;
  const reference = randomBytes(4).toString("hex");
  if (status >= 500) log.error({ method: request.method, status, reference }, "a page failed");
  const sent = request.method !== "GET" && request.method !== "HEAD";
  const retryAfter = Number(response.getHeader("retry-after")) || 0;
  return page(plainPage({ status, sent, retryAfter, reference, notice, words: serverWords(languageOf(request)) }));
}

const problem = (status: number): Words => ({
  body: JSON.stringify({ ...(status === AWAY ? { ...BROKEN, title: "Not available right now" } : BROKEN), status }),
  headers: { "content-type": PROBLEM, "cache-control": "no-store" },
});

const page = (body: string): Words => ({
  body,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "content-security-policy": STRICT_POLICY,
    "cache-control": "no-store",
    vary: "accept-language, cookie",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  },
});
