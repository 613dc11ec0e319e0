import type { IncomingMessage, ServerResponse } from "node:http";
import type { Problem } from "#lib/contract/problem.ts";
import { countUp } from "#lib/flow/counts.ts";
import { visitorOf } from "#lib/flow/visitors.ts";
import { log } from "#lib/log.ts";
import { contractRefusal } from "./api-door.ts";
import { isReadable, pathOf, refusalFor, UNREADABLE } from "./door.ts";
import { isLarge, LARGE_RETRY_SECONDS, type LargeBodies, NO_ROOM } from "./large-bodies.ts";
import type { VisitorLimits } from "./limits.ts";
import { speaksAsOurPages } from "./next-headers.ts";

type TurnedAway = { readonly problem: Problem; readonly headers?: Readonly<Record<string, string>> };
const HEADERS = {
  "content-type": "application/problem+json",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

/** `limits` is undefined where the operator switched them off, and for what we ask ourselves. */
type Room = { readonly limits: VisitorLimits | undefined; readonly largeBodies: LargeBodies };

/** Answers what is refused before a route sees it; false: go on. */
export function turnAway(
  { limits, largeBodies }: Room,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): boolean {
  const refused = refusedAtDoor(limits, request, address) ?? withoutRoom(largeBodies, request, response, address);
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
  if (!isReadable(url) || !speaksAsOurPages(request.headers)) return { problem: UNREADABLE };
  const refusal = limits ? refusalFor(limits, request, address) : undefined;
  if (!refusal) return contractRefusal(method, pathOf(url));
  countUp("refused", refusal.limit);
  log.warn({ method, limit: refusal.limit, retryAfter: refusal.retryAfter }, "request refused");
  return { problem: refusal.problem, headers: { "retry-after": String(refusal.retryAfter) } };
}

function withoutRoom(
  largeBodies: LargeBodies,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): TurnedAway | undefined {
  if (!isLarge(request.headers) || largeBodies.enter(visitorOf(address), response)) return undefined;
  return { problem: NO_ROOM, headers: { "retry-after": String(LARGE_RETRY_SECONDS) } };
}
