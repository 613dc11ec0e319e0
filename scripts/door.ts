import type { IncomingMessage } from "node:http";
import type { Problem } from "#lib/contract/problem.ts";
import type { App, LimitName } from "#lib/wire.ts";

type Refusal = { readonly limit: LimitName; readonly retryAfter: number; readonly problem: Problem };

/** Which of the limits per address a request counts against. Files of the build count against none. */
export function limitOf(method: string, path: string): LimitName | undefined {
  if (path.startsWith("/_next/static/")) return undefined;
  if (method === "POST" && path === "/api/checks") return "new-checks";
  if (path.startsWith("/api/handles")) return "previews";
  if (/^\/api\/shares\/[^/]+\/lookup$/.test(path)) return "share-look-ups";
  if (/^\/api\/checks\/[^/]+/.test(path) && method === "GET") return "owner-reads";
  return "other";
}

/** Neither the router, nor a database, nor the header of a redirect can hold what such a path would name. */
export function isReadable(url: string): boolean {
  const [path = ""] = url.split("?");
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path)) && !url.includes("%00");
  } catch {
    return false;
  }
}

export const UNREADABLE: Problem = { type: "about:blank", title: "That is not a web address", status: 400 };

export function refusalFor(app: Pick<App, "limits">, request: IncomingMessage, address: string): Refusal | undefined {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const limit = limitOf(request.method ?? "GET", path);
  const retryAfter = limit ? app.limits.take(limit, address, Date.now()) : 0;
  if (!limit || retryAfter === 0) return undefined;
  const detail = `Too many requests from your address. Try again in ${retryAfter} seconds.`;
  return { limit, retryAfter, problem: { type: "about:blank", title: "Too many requests", status: 429, detail } };
}
