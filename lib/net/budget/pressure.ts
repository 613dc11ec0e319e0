import type { Pressure } from "#lib/domain/ports/ports.ts";
import { defined } from "#lib/flow/defined.ts";

type Headers = Readonly<Record<string, string>>;

const SECOND = 1000;
/** Numbers up to here are seconds from now; above are seconds since 1970, and far above, milliseconds. */
const FIRST_EPOCH_SECOND = 1_000_000_000;
const FIRST_EPOCH_MILLISECOND = 100_000_000_000;

const REMAINING = ["x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining"];
const LIMIT = ["x-ratelimit-limit", "x-rate-limit-limit", "ratelimit-limit"];
const RESET = ["x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset"];
const RETRY = ["retry-after", "x-ratelimit-retry-after"];

/** The limits that an answer names; undefined where it names none. */
export function pressureOf(status: number, headers: Headers, paged: boolean, now: Date): Pressure | undefined {
  const remaining = whole(first(headers, REMAINING));
  const limit = whole(first(headers, LIMIT));
  const resetAt = moment(first(headers, RESET), now);
  const retryAt = moment(first(headers, RETRY), now);
  if (!asksToWait(status, retryAt) && remaining === undefined) return undefined;
  return {
    status,
    paged,
    ...defined({ remaining, limit, resetAt, retryAt }),
  };
}

/** 429 always; 503 only where it says until when, for a broken server says 503 too. */
export const asksToWait = (status: number, retryAt: string | undefined): boolean =>
  status === 429 || (status === 503 && retryAt !== undefined);

const first = (headers: Headers, names: readonly string[]): string | undefined =>
  names.map((name) => headers[name]).find((value) => value !== undefined);

/** Lists such as `100, 100;w=60` begin with the number that counts. */
function whole(text: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,9})(?:\D|$)/.exec(text ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const LONGEST_MOMENT = 100;

/** Seconds from now, seconds since 1970, ISO 8601 or an HTTP date. */
function moment(text: string | undefined, now: Date): string | undefined {
  if (text === undefined || text.length > LONGEST_MOMENT) return undefined;
  const ms = /^\s*\d+(\.\d+)?\s*$/.test(text) ? counted(Number(text), now) : Date.parse(text);
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function counted(number: number, now: Date): number {
  if (number < FIRST_EPOCH_SECOND) return now.getTime() + number * SECOND;
  return number < FIRST_EPOCH_MILLISECOND ? number * SECOND : number;
}
