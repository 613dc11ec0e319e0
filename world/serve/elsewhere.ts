import type { Reply } from "../software/common/reply.ts";
import { empty } from "../software/common/reply.ts";

/** Websites that are no server of the fediverse, and what they answer: by host, then by path. */
export type Elsewhere = Readonly<Record<string, Readonly<Record<string, Document>>>>;
type Document = { readonly type: string; readonly body: string; readonly status?: number };

export function answerElsewhere(sites: Elsewhere | undefined, host: string, url: string): Reply {
  const site = sites?.[host];
  if (!site) return empty(421, "text/plain");
  const found = site[new URL(url, "https://world.invalid").pathname];
  if (!found) return empty(404, "text/plain");
  return { status: found.status ?? 200, headers: { "content-type": found.type }, body: found.body };
}
