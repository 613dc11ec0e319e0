import { error, type Reply } from "../software/common/reply.ts";
import type { Fault } from "./fault.ts";

const QUARTER = 900_000;
const windowEnd = (now: number) => now - (now % QUARTER) + QUARTER;
const refused = (headers: Readonly<Record<string, string>>): Reply => {
  const reply = error(429, "Too many requests");
  return { ...reply, headers: { ...reply.headers, ...headers } };
};

/** Too many requests, in the four ways of saying when to come back. */
export const limiting = {
  "limited-iso": {
    instead: ({ now }) =>
      refused({
        "x-ratelimit-limit": "300",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": new Date(windowEnd(now)).toISOString().replace("Z", "000Z"),
      }),
  },
  "limited-unix": {
    instead: ({ now }) =>
      refused({
        "x-ratelimit-limit": "300",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(windowEnd(now) / 1000),
      }),
  },
  "limited-retry-after": {
    instead: ({ now }) => refused({ "retry-after": String(Math.ceil((windowEnd(now) - now) / 1000)) }),
  },
  "limited-silently": { instead: () => refused({}) },
} as const satisfies Readonly<Record<string, Fault>>;
