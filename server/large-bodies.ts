import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { Problem } from "#lib/contract/problem.ts";

/** What every call but those that take a list fits into; the routes refuse more by themselves. */
const SMALL_BYTES = 64 * 1024;
/** Each is held in memory several times over while it is read. */
const MOST_AT_ONCE = 4;
const MOST_OF_ONE = 2;

/** A body without a length may become any size. */
export const isLarge = (headers: IncomingHttpHeaders): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > SMALL_BYTES;

export type LargeBodies = {
  /** False where there is no room; else there is one less until the answer has been given. */
  enter(visitor: string, response: Pick<ServerResponse, "once">): boolean;
};

export function openLargeBodies(): LargeBodies {
  const inFlight: string[] = [];
  return {
    enter(visitor, response) {
      const own = inFlight.filter((one) => one === visitor).length;
      if (inFlight.length >= MOST_AT_ONCE || own >= MOST_OF_ONE) return false;
      inFlight.push(visitor);
      response.once("close", () => inFlight.splice(inFlight.indexOf(visitor), 1));
      return true;
    },
  };
}

export const LARGE_RETRY_SECONDS = 5;
export const NO_ROOM: Problem = {
  type: "about:blank",
  title: "Too many requests",
  status: 429,
  detail: "Several large lists are being read at the moment. Try again in a few seconds.",
};
