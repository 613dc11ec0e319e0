import type { IncomingMessage } from "node:http";
import type { Problem } from "#lib/contract/problem.ts";
import { countUp } from "#lib/flow/counts.ts";
import { isLarge } from "./large-bodies.ts";
import type { LimitName, VisitorLimits } from "./limits.ts";

type Refusal = { readonly limit: LimitName; readonly retryAfter: number; readonly problem: Problem };

const LISTS =
  /^\/(?:api\/checks(?:\/[^/]+\/(?:input|look-back))?|check\/[^/]+\/(?:block-list|look-back|candidates|moved|following\/look))$/;

/** Each of them asks the mover's server, or a follower's, a few things, and may make an app there. */
const SIGN_IN = /^\/(?:api\/checks\/[^/]+\/signin|check\/[^/]+\/signin\/go|r\/[^/]+\/look)$/;

/** Which of the limits per address a request counts against. Files count against none: what a refusal looks like is one. */
export function limitOf(method: string, path: string, large = false): LimitName | undefined {
  // Whatever brings a list makes as much work as a new check.
  if (large) return "new-checks";
  if (path.startsWith("/_next/static/") || path === "/share.css" || path.startsWith("/fonts/")) return undefined;
  if (method === "POST" && LISTS.test(path)) return "new-checks";
  if (method === "POST" && path === "/api/removals") return "removals";
  if (method === "POST" && SIGN_IN.test(path)) return "sign-ins";
  if (path.startsWith("/api/handles")) return "previews";
  if (/^\/api\/shares\/[^/]+\/lookup$/.test(path)) return "share-look-ups";
  if (/^\/api\/checks\/[^/]+/.test(path) && method === "GET") return "owner-reads";
  return "other";
}

/** As the router reads it, with its dots resolved: `/x/../api/checks` counts as the call that it is. */
export const pathOf = (url: string): string => new URL(`http://localhost${url}`).pathname;

/** Neither the router, nor a database, nor the header of a redirect can hold what such a path would name. */
export function isReadable(url: string): boolean {
  if (!url.startsWith("/")) return false;
  const [path = ""] = url.split("?");
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path)) && !url.includes("%00");
  } catch {
    return false;
  }
}

export const UNREADABLE: Problem = { type: "about:blank", title: "That is not a web address", status: 400 };

export function refusalFor(limits: VisitorLimits, request: IncomingMessage, address: string): Refusal | undefined {
  const limit = limitOf(request.method ?? "GET", pathOf(request.url ?? "/"), isLarge(request.headers));
  if (limit) countUp("visits", limit);
  const retryAfter = limit ? limits.take(limit, address, Date.now()) : 0;
  if (!limit || retryAfter === 0) return undefined;
  const detail = `Too many requests from your address. Try again in ${retryAfter} seconds.`;
  return { limit, retryAfter, problem: { type: "about:blank", title: "Too many requests", status: 429, detail } };
}
