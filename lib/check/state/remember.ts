import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { CheckDeps } from "./deps.ts";

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
/** A gap may close at any time; asking again at once would be rude all the same. */
const GAP_TTL = 10 * MINUTE;

/** Answers that stay true for days are asked for once, for all checks together. */
export async function remember<T>(
  { memory }: Pick<CheckDeps, "memory">,
  key: string,
  ttlMs: number,
  ask: () => Promise<T>,
  known: (value: T) => boolean,
  notBefore?: Date,
): Promise<T> {
  const make = async () => {
    const answer = await ask();
    return { value: answer, ttlMs: known(answer) ? ttlMs : GAP_TTL };
  };
  const { value } = await memory.once(key, make, notBefore);
  return value as T;
}

export const isKnown = (fact: Fact<unknown>): boolean => fact.known;
