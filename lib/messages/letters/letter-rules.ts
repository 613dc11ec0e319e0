import type { Host } from "#lib/domain/names/spellings.ts";
import type { Published } from "../published.ts";

/** Why no letter is offered. Pages say it in words of `messages.whyNoLetter`. */
export const WHY_NO_LETTER = [
  "one-person",
  "few-people",
  "not-published",
  "harm",
  "asked-enough",
  "already-written",
  "nothing-stayed",
] as const;
export type WhyNoLetter = (typeof WHY_NO_LETTER)[number];

/** Below this a number points at persons, and an admin's time is worth more. */
export const FEWEST_PEOPLE = 5;
/** Others who asked the same admin about the same server within 30 days. */
export const MOST_ASKERS = 3;

export type LetterCase = {
  readonly server: Host;
  /** Missing people there. */
  readonly people: number;
  readonly onePerson: boolean;
  readonly lines: readonly Published[];
  readonly askersIn30Days: number;
  /** This mover has had a letter about this server. */
  readonly written: boolean;
};

/** The first reason that holds, the one nobody could mend first. */
export function whyNoLetter({ people, onePerson, lines, askersIn30Days, written }: LetterCase): WhyNoLetter | null {
  const reasons: readonly (readonly [WhyNoLetter, boolean])[] = [
    ["one-person", onePerson],
    ["few-people", people < FEWEST_PEOPLE],
    ["not-published", lines.length === 0],
    ["harm", lines.some(({ harm }) => harm)],
    ["already-written", written],
    ["asked-enough", askersIn30Days >= MOST_ASKERS],
  ];
  return reasons.find(([, holds]) => holds)?.[0] ?? null;
}
