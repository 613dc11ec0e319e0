import { judgeMove, judgeServer } from "#lib/causes/judge.ts";
import type { CheckFacts, Person, ServerFacts } from "#lib/domain/evidence.ts";

/** Judging thousands after every answer would cost more than the question saved; these stand for all. */
const SAMPLE = 50;

/** A proven cause covers everybody there who is missing: no further answer changes what is shown. */
export function isSettled(check: CheckFacts, facts: ServerFacts, people: readonly Person[]): boolean {
  const missing = people.filter((person) => person.in.length === 0 && (person.old || person.before)).slice(0, SAMPLE);
  if (missing.length === 0) return false;
  const { followers } = judgeServer(check, judgeMove(check), facts, missing);
  return followers.every(({ outcomes }) => {
    const all = Object.values(outcomes);
    return all.length > 0 && all.every(({ certainty, group }) => certainty === "proven" && group !== "here");
  });
}
