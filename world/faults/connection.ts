import { empty, html, text } from "../software/common/reply.ts";
import type { Fault } from "./fault.ts";

/** Servers that are dead, or look so. */
export const connection = {
  /** 410 on everything: closed in good order. */
  gone: { down: true, instead: () => empty(410) },
  /** The proxy in front lives on. */
  "bad-gateway": { down: true, instead: () => html("502 Bad Gateway", 502) },
  "origin-down": { down: true, instead: () => html("Web server is down", 521) },
  refused: { down: true, nowhere: true },
  /** The name is gone. Only for names under .invalid, which no route covers and no resolver knows. */
  "no-such-name": { down: true, nowhere: true },
  reset: { down: true, pour: (res) => void res.socket?.destroy() },
  "black-hole": { down: true, greeting: "silence" },
  "no-handshake": { down: true, greeting: "alarm" },
  "expired-certificate": { down: true, certificate: "expired" },
  "wrong-certificate": { down: true, certificate: "wrong-name" },
  /** The domain was sold: a page of advertisements for whatever is asked. */
  parked: { down: true, instead: () => html("This domain is for sale") },
  unavailable: {
    instead: () => ({
      ...text("try later", undefined, 503),
      headers: { "content-type": "text/plain", "retry-after": "3600" },
    }),
  },
  /** Shows strangers a riddle instead of answers; servers among themselves get through. */
  challenge: { instead: () => html("Just a moment...", 403) },
  "html-for-json": { instead: ({ path }) => (path === "/robots.txt" ? undefined : html("Welcome")) },
} as const satisfies Readonly<Record<string, Fault>>;
