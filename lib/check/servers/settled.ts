import { judgeMove, judgeServer } from "#lib/causes/judge.ts";
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

/** Who is missing there without any cause, where they are few. */
export function unknownAmong(
  check: CheckFacts,
  facts: ServerFacts,
  people: readonly Person[],
  most: number,
): readonly Person[] {
  const missing = missingAmong(people).filter(({ home }) => !home);
  if (missing.length === 0 || missing.length > most) return [];
  const { followers } = judgeServer(check, judgeMove(check), facts, missing);
  const open = new Set(
    followers.filter(({ outcomes }) => Object.values(outcomes).every(isOpen)).map(({ acct }) => acct),
  );
  return missing.filter(({ acct }) => open.has(acct));
}

const isOpen = ({ cause, position }: { readonly cause: string | null; readonly position: string }): boolean =>
  cause === "unknown" && position !== "unread";
