import type { CheckFacts } from "../evidence/evidence.ts";
import type { Person } from "../evidence/person.ts";
import type { Acct } from "../names/spellings.ts";
import { isOneOf, namesOf } from "./pointer.ts";

export const ownAccts = ({ old, targets }: Pick<CheckFacts, "old" | "targets">): readonly Acct[] =>
  [old, ...targets].flatMap(({ acct }) => acct ?? []);

/** The mover's own two accounts may follow each other: neither is a follower to miss, to greet or to count. */
export function isMover({ acct, uri }: Pick<Person, "acct" | "uri">, { old, targets }: CheckFacts): boolean {
  const own = [old, ...targets].flatMap(namesOf);
  return [acct, uri].some((name) => name !== undefined && isOneOf(name, own));
}
