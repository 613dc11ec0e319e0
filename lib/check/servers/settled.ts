import { judgeMove, judgeServer } from "#lib/causes/judge.ts";
import type { Outcome } from "#lib/domain/diagnosis/verdict.ts";
import type { CheckFacts, Person, ServerFacts } from "#lib/domain/evidence/evidence.ts";

/** Judging thousands after every answer would cost more than the question saved; these stand for all. */
const SAMPLE = 50;

export const missingAmong = (people: readonly Person[]): readonly Person[] =>
  people.filter((person) => person.in.length === 0 && (person.old || person.before));

/** A proven cause covers everybody there who is missing: no further answer changes what is shown. */
export function isSettled(check: CheckFacts, facts: ServerFacts, people: readonly Person[]): boolean {
  const missing = missingAmong(people).slice(0, SAMPLE);
  if (missing.length === 0) return false;
  const { followers } = judgeServer(check, judgeMove(check), facts, missing);
  return followers.every(({ outcomes }) => {
    const all = Object.values(outcomes);
    return all.length > 0 && all.every(({ certainty, group }) => certainty === "proven" && group !== "here");
  });
}

/**
 * Of whom a look at home may say why they are missing: who is in neither list, unless a proven cause covers them; and
 * those without any cause, where they are few.
 */
export function unknownAmong(
  check: CheckFacts,
  facts: ServerFacts,
  people: readonly Person[],
  few: number,
): readonly Person[] {
  const missing = missingAmong(people).filter(({ home }) => !home);
  const asked = missing.slice(0, MOST_JUDGED);
  if (asked.length === 0) return [];
  const { followers } = judgeServer(check, judgeMove(check), facts, asked);
  const of = (isWanted: (outcome: Outcome) => boolean) =>
    new Set(followers.filter(({ outcomes }) => Object.values(outcomes).every(isWanted)).map(({ acct }) => acct));
  const [left, open] = [of(isInNeither), missing.length > few ? new Set() : of(isOpen)];
  return asked.filter(({ acct }) => left.has(acct) || open.has(acct));
}

/** As many as one request at home answers for, and a few more. */
const MOST_JUDGED = 100;

const isOpen = ({ cause, position }: Outcome): boolean => cause === "unknown" && position !== "unread";
const isInNeither = ({ position, certainty }: Outcome): boolean => position === "neither" && certainty !== "proven";
