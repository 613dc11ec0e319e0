import { type Fact, isPassing } from "#lib/domain/evidence/fact.ts";

const DAY = 86_400_000;
/** Longer than a week and its spread: one look in vain changes nothing, two in a row do. */
export const FRESH_MS = 10 * DAY;

export const isFresh = (fact: Fact<unknown> | undefined, now: Date): boolean =>
  fact?.known === true && now.getTime() - Date.parse(fact.source.at) <= FRESH_MS;

/**
 * Nobody is told another reason because a server did not answer for once: what it said before stands, with the time at
 * which it said so. A refusal, a hidden list and a 404 are answers, and replace what was known.
 */
export const keepFact = <T extends Fact<unknown> | undefined>(earlier: T, now: T, at: Date): T =>
  (isPassing(now) || isStrangers(earlier, now)) && isFresh(earlier, at) ? earlier : now;

/** What the owner's own account was shown is not answered by what a stranger is refused: a look has no token. */
export const isStrangers = (earlier: Fact<unknown> | undefined, now: Fact<unknown> | undefined): boolean =>
  isSignedIn(earlier) && (now === undefined || (!now.known && now.source?.kind !== "signed-in"));

const isSignedIn = (fact: Fact<unknown> | undefined): boolean => fact?.source?.kind === "signed-in";

/** The same for every fact among the fields. */
export function keepFacts<T extends object>(earlier: T | undefined, now: T, at: Date): T {
  const before = (earlier ?? {}) as Readonly<Record<string, unknown>>;
  const kept = Object.entries(now).map(([name, value]) => {
    const was = before[name];
    return [name, isFact(value) && isFact(was) ? keepFact<Fact<unknown>>(was, value, at) : value];
  });
  const shown = Object.entries(before).filter(([, was]) => isFact(was) && isSignedIn(was) && isFresh(was, at));
  return Object.fromEntries([...shown, ...kept]) as T;
}

const isFact = (value: unknown): value is Fact<unknown> =>
  typeof value === "object" && value !== null && "known" in value && typeof value.known === "boolean";
