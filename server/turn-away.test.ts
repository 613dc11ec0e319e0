import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, it } from "vitest";
import { openLargeBodies } from "./large-bodies.ts";
import { turnAway } from "./turn-away.ts";

/** An answer that is never given: what came in stays in flight. */
function answer(): ServerResponse {
  const response = { statusCode: 200, setHeaders: () => {}, end: () => {} };
  return Object.assign(new EventEmitter(), response) as unknown as ServerResponse;
}

const request = {
  method: "POST",
  url: "/api/checks",
  headers: { "content-length": "10000000" },
} as unknown as IncomingMessage;

it("takes a household's addresses for one visitor, so that it leaves places for others", () => {
  const door = { limits: undefined, largeBodies: openLargeBodies() };
  const isRefused = (address: string) => turnAway(door, request, answer(), address);
  expect([1, 2, 3].map((n) => isRefused(`2001:db8:0:1::${n}`))).toEqual([false, false, true]);
  expect(["2001:db8:0:2::1", "::ffff:192.0.2.1", "192.0.2.2"].map(isRefused)).toEqual([false, false, true]);
});
