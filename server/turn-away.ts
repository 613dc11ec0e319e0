import type { IncomingMessage, ServerResponse } from "node:http";
import type { Problem } from "#lib/contract/problem.ts";
import { log } from "#lib/log.ts";
import { contractRefusal } from "./api-door.ts";
import { isReadable, pathOf, refusalFor, UNREADABLE } from "./door.ts";
import type { VisitorLimits } from "./limits.ts";

type TurnedAway = { readonly problem: Problem; readonly headers?: Readonly<Record<string, string>> };
const HEADERS = {
  "content-type": "application/problem+json",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

/** Answers what is refused before a route sees it; false: go on. `limits` is undefined where the operator switched them off. */
export function turnAway(
  limits: VisitorLimits | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): boolean {
  const refused = refusedAtDoor(limits, request, address);
  if (refused) refuse(response, refused);
  return refused !== undefined;
}

export function refuse(response: ServerResponse, { problem, headers }: TurnedAway): void {
  response.statusCode = problem.status;
  response.setHeaders(new Headers({ ...HEADERS, ...headers }));
  response.end(JSON.stringify(problem));
}

function refusedAtDoor(
  limits: VisitorLimits | undefined,
  request: IncomingMessage,
  address: string,
): TurnedAway | undefined {
  const { url = "/", method = "GET" } = request;
  if (!isReadable(url)) return { problem: UNREADABLE };
  const refusal = limits ? refusalFor(limits, request, address) : undefined;
  if (!refusal) return contractRefusal(method, pathOf(url));
  log.warn({ method, limit: refusal.limit, retryAfter: refusal.retryAfter }, "request refused");
  return { problem: refusal.problem, headers: { "retry-after": String(refusal.retryAfter) } };
}
