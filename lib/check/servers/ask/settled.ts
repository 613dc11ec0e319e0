import { judgeMove, judgeServer } from "#lib/causes/judge.ts";
import type { Outcome } from "#lib/domain/diagnosis/verdict.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { known } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";

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
 * Of whom a look at home may say something: who is in neither list, unless a proven cause covers them; who came along by
 * what his software does alone; those without any cause, where they are few; and those of whom it hangs on their account
 * alone whether following works, or, before a move, whether they can come along.
 */
export function unknownAmong(
  check: CheckFacts,
  facts: ServerFacts,
  people: readonly Person[],
  few: number,
): readonly Person[] {
  const missing = missingAmong(people).filter(({ home }) => !home || wasCutShort(home));
  const asked = missing.slice(0, MOST_JUDGED);
  if (asked.length === 0) return [];
  const isMissing = new Set(missing);
  const rest = people.filter((person) => !isMissing.has(person)).slice(0, MOST_JUDGED);
  const now = outcomesOf(check, facts, [...rest, ...asked]);
  const ifThere = outcomesOf(check, facts, [...rest, ...asked.map((person) => ({ ...person, home: THERE }))]);
  const ofUse = ({ acct }: Person): boolean => {
    const outcomes = now.get(acct) ?? [];
    if (outcomes.length > 0 && outcomes.every(isConcluded)) return true;
    if (outcomes.every(isInNeither) || (missing.length <= few && outcomes.every(isOpen))) return true;
    // Before a move his account alone may be what is not known.
    if (outcomes.every(isOpen) && ifThere.get(acct)?.some(({ cause }) => cause === "clear")) return true;
    return outcomes.every(hasNoReach) && ifThere.get(acct)?.every(hasNoReach) === false;
  };
  const [left, others] = [asked.filter((person) => !person.old), asked.filter(({ old }) => old)];
  return [...left, ...others].filter(ofUse);
}

/** Nothing was left for the rest of the way. */
const wasCutShort = (home: NonNullable<Person["home"]>): boolean => !home.known && home.gap === "over-budget";

/** As many as one request at home answers for, and a few more. */
const MOST_JUDGED = 100;

/** For trying out only what an answer would change. */
const THERE: NonNullable<Person["home"]> = known({ state: "alive" }, { kind: "told", at: "" });

function outcomesOf(
  check: CheckFacts,
  facts: ServerFacts,
  people: readonly Person[],
): ReadonlyMap<Acct, readonly Outcome[]> {
  const { followers } = judgeServer(check, judgeMove(check), facts, people);
  return new Map(followers.map(({ acct, outcomes }) => [acct, Object.values(outcomes)]));
}

/** Nobody saw him come: an account that is gone came nowhere. */
const isConcluded = ({ group, position }: Outcome): boolean => group === "here" && position === "old-only";
const isOpen = ({ cause, position }: Outcome): boolean => cause === "unknown" && position !== "unread";
const isInNeither = ({ position, certainty }: Outcome): boolean => position === "neither" && certainty !== "proven";
const hasNoReach = ({ reach }: Outcome): boolean => reach === "unknown";
