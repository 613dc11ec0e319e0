import { error, type Reply } from "../software/common/reply.ts";
import type { Fault } from "./fault.ts";

const QUARTER = 900_000;
const A_YEAR = String(365 * 86_400);
const windowEnd = (now: number) => now - (now % QUARTER) + QUARTER;
const refused = (headers: Readonly<Record<string, string>>): Reply => {
  const reply = error(429, "Too many requests");
  return { ...reply, headers: { ...reply.headers, ...headers } };
};

/** Too many requests, in the four ways of saying when to come back, and two that stop whoever heeds them. */
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
  /** Nobody can wait so long, and nobody may be told to. */
  "limited-for-a-year": { instead: () => refused({ "retry-after": A_YEAR }) },
  "away-for-a-year": {
    instead: () => ({ ...error(503, "Away"), headers: { "content-type": "application/json", "retry-after": A_YEAR } }),
  },
} as const satisfies Readonly<Record<string, Fault>>;
