import type { Grant, Pressure, Want } from "./ports.ts";

/**
 * How much may be asked of one remote host, as arithmetic on one small value that every ledger stores as it likes.
 * The windows are aligned to the epoch because Mastodon's are: two processes agree on them without talking.
 */
export type Tally = {
  readonly all: Count;
  readonly paged: Count;
  /** The host answered 429: nothing at all is asked before this. Milliseconds, as every time here. */
  readonly quietUntil: number;
  /** The host did not answer: pauses grow with `failures`. */
  readonly pausedUntil: number;
  readonly failures: number;
};
export type Count = { readonly start: number; readonly used: number; readonly told?: Told };
/** What the host itself said it has left. Others behind our address spend from it too. */
export type Told = { readonly remaining: number; readonly limit: number; readonly until: number };
export type WindowKind = "all" | "paged";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const WINDOWS: Readonly<Record<WindowKind, { readonly ms: number; readonly permits: number }>> = {
  all: { ms: 5 * MINUTE, permits: 300 },
  paged: { ms: 15 * MINUTE, permits: 300 },
};
/** Left free in every window: the same address may serve other people. */
export const RESERVE = 0.2;
/** Of every window kept for checks: strangers who look something up on a share page cannot use it up. */
export const CHECKS_SHARE = 0.5;
/** One failed try proves nothing, so the first pause is short; a day later a dead host is asked again. */
export const PAUSES: readonly number[] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 3 * HOUR, 12 * HOUR, 24 * HOUR];
/** No server is believed that wants to be left alone for longer: pauses are for days, opting out is for good. */
export const LONGEST_PAUSE = 30 * 24 * HOUR;

const UNUSED: Count = { start: 0, used: 0 };
export const FRESH: Tally = { all: UNUSED, paged: UNUSED, quietUntil: 0, pausedUntil: 0, failures: 0 };

export const windowStart = (kind: WindowKind, now: number): number => now - (now % WINDOWS[kind].ms);
export const windowEnd = (kind: WindowKind, now: number): number => windowStart(kind, now) + WINDOWS[kind].ms;

/** A paged request counts in both windows. */
const kindsOf = (paged: boolean): readonly WindowKind[] => (paged ? ["all", "paged"] : ["all"]);

type Limit = { readonly left: number; readonly reserve: number; readonly share: number; readonly until: number };

function limitsOf(tally: Tally, kind: WindowKind, now: number): readonly Limit[] {
  const { start, used, told } = tally[kind];
  const { permits } = WINDOWS[kind];
  const spent = start === windowStart(kind, now) ? used : 0;
  const parts = (all: number) => ({ reserve: Math.floor(all * RESERVE), share: Math.floor(all * CHECKS_SHARE) });
  const own = { left: permits - spent, ...parts(permits), until: windowEnd(kind, now) };
  if (!told || told.until <= now) return [own];
  return [own, { left: told.remaining, ...parts(told.limit), until: told.until }];
}

/** The reserve is touched only by a list that then ends within the window. */
const usable = ({ left, reserve, share }: Limit, rest: number, aside = false): number =>
  rest <= left && !aside ? left : left - reserve - (aside ? share : 0);

const iso = (ms: number): string => new Date(ms).toISOString();
const refuse = (why: "window" | "paused", until: number): Grant => ({ ok: false, why, until: iso(until) });

/** Permits for `want` at `now`, fewer than asked where fewer are left, and the tally that has them spent. */
export function takeFrom(tally: Tally, want: Want, at: Date): { readonly grant: Grant; readonly tally: Tally } {
  const now = at.getTime();
  if (tally.pausedUntil > now) return { grant: refuse("paused", tally.pausedUntil), tally };
  if (tally.quietUntil > now) return { grant: refuse("window", tally.quietUntil), tally };
  // Without an expected end the reserve stays untouched, whatever is asked for.
  const rest = want.pagesLeft === undefined ? Number.POSITIVE_INFINITY : want.permits + want.pagesLeft;
  const limits = kindsOf(want.paged).flatMap((kind) => limitsOf(tally, kind, now));
  const short = limits.filter((limit) => usable(limit, rest, want.aside) < 1);
  if (short.length > 0) return { grant: refuse("window", Math.max(...short.map(({ until }) => until))), tally };
  const permits = Math.min(want.permits, ...limits.map((limit) => usable(limit, rest, want.aside)));
  const spent = kindsOf(want.paged).reduce((so, kind) => spend(so, kind, permits, now), tally);
  return { grant: { ok: true, permits }, tally: spent };
}

function spend(tally: Tally, kind: WindowKind, permits: number, now: number): Tally {
  const { start, used, told } = tally[kind];
  const opened = windowStart(kind, now);
  const count = { start: opened, used: (start === opened ? used : 0) + permits };
  const left = told && told.until > now ? { ...told, remaining: told.remaining - permits } : undefined;
  return { ...tally, [kind]: left ? { ...count, told: left } : count };
}

/** A host's own word about its limits. A 429 silences all kinds of requests: it does not say which one it meant. */
export function heardFrom(tally: Tally, pressure: Pressure, at: Date): Tally {
  const now = at.getTime();
  const kind: WindowKind = pressure.paged ? "paged" : "all";
  const told = tellingOf(tally[kind], pressure, kind, now);
  const heard = told ? { ...tally, [kind]: { ...tally[kind], told } } : tally;
  const refused = pressure.status === 429 || (pressure.status === 503 && pressure.retryAt !== undefined);
  if (!refused) return heard;
  const until = later(pressure.retryAt, now) ?? later(pressure.resetAt, now) ?? windowEnd(kind, now);
  return { ...heard, quietUntil: Math.max(heard.quietUntil, until) };
}

function tellingOf(count: Count, pressure: Pressure, kind: WindowKind, now: number): Told | undefined {
  if (pressure.remaining === undefined) return undefined;
  const until = later(pressure.resetAt, now) ?? windowEnd(kind, now);
  // Answers overtake each other: within one of the host's windows the smallest number is the newest.
  const before = count.told?.until === until ? count.told : undefined;
  const remaining = Math.max(0, Math.min(pressure.remaining, before?.remaining ?? pressure.remaining));
  return { remaining, limit: pressure.limit ?? before?.limit ?? pressure.remaining, until };
}

function later(moment: string | undefined, now: number): number | undefined {
  const ms = moment === undefined ? Number.NaN : Date.parse(moment);
  return ms > now ? Math.min(ms, now + LONGEST_PAUSE) : undefined;
}

/** Questions that were under way together fail together: only the first of them lengthens the pause. */
export function failedAt(tally: Tally, at: Date): Tally {
  const now = at.getTime();
  if (tally.pausedUntil > now) return tally;
  const pause = PAUSES[Math.min(tally.failures, PAUSES.length - 1)] ?? 0;
  return { ...tally, failures: tally.failures + 1, pausedUntil: now + pause };
}

/** Any answer ends the pauses, and the next failure starts from the shortest again. */
export const aliveAgain = (tally: Tally): Tally =>
  tally.failures === 0 && tally.pausedUntil === 0 ? tally : { ...tally, failures: 0, pausedUntil: 0 };
