import type { Refused, Reply } from "#lib/domain/ports/gate.ts";
import { readJson } from "#lib/flow/read-json.ts";
import type { RequestRefused } from "./one-request.ts";
import type { Arrived, FinalAnswer } from "./redirects.ts";

/** What the asker gets. A body that is not what was asked for is a refusal only where the server claimed success. */
export function readReply({ url, raw, ...signing }: Arrived, as: "json" | "text" | "bytes", now: Date): Reply {
  const at = now.toISOString();
  const answer = { ok: true, status: raw.status, url: url.href, headers: raw.headers, at, ...signing } as const;
  if (as === "bytes") return { ...answer, body: raw.bytes };
  const text = raw.bytes === null ? null : new TextDecoder().decode(raw.bytes);
  if (as === "text" || text === null) return { ...answer, body: text };
  const parsed = readJson(text);
  if (parsed) return { ...answer, body: parsed.value };
  const mustBeJson = raw.status >= 200 && raw.status < 300 && !WITHOUT_BODY.has(raw.status);
  return mustBeJson ? { ok: false, why: "bad-json", at } : { ...answer, body: null };
}

const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205]);

/** A longer wait is told to nobody: the answer is missing then, for the reason it is missing for. */
const LONGEST_WAIT_MS = 60 * 60_000;
const isSoon = (until: string, now: Date): boolean => Date.parse(until) - now.getTime() <= LONGEST_WAIT_MS;

export const refusedReply = ({ why, until }: Omit<RequestRefused, "host">, now: Date): Refused => ({
  ok: false,
  why,
  at: now.toISOString(),
  ...(until !== undefined && isSoon(until, now) ? { until } : {}),
});

/** An asker who gives up is answered at once, though something he waited for together with others goes on. */
export async function unlessCancelled(
  askThroughRedirects: Promise<FinalAnswer>,
  signal: AbortSignal | undefined,
): Promise<FinalAnswer> {
  if (!signal) return askThroughRedirects;
  let giveUp = () => {};
  const cancelled = new Promise<FinalAnswer>((resolve) => {
    giveUp = () => resolve({ refused: { why: "cancelled", host: "" } });
  });
  signal.addEventListener("abort", giveUp, { once: true });
  if (signal.aborted) giveUp();
  try {
    return await Promise.race([cancelled, askThroughRedirects]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
