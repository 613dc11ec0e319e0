import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Home, Person } from "#lib/domain/evidence/person.ts";
import { isNamed } from "#lib/domain/names/address.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";
import { ageInDays } from "#lib/domain/readings/clocks.ts";
import { missingAmong, unknownAmong } from "./settled.ts";
import type { Asking } from "./visit.ts";

/** Of a server with more, asking for a few decides too little. */
const FEW = 4;

/** So many who are there, and all in neither list, tell that their server is turned away: they come first. */
const TELLING = 2;

/** As long an earlier answer stands while somebody else was never asked for. */
const STANDS_DAYS = 7;

/**
 * Those of whom nothing is known yet that a look at home would tell. A later look begins with whom no look has reached:
 * else it would spend all it may ask on the same few. Answers of a week ago are asked for anew before that.
 */
export function openAccounts({ deps, check, people, again, singles }: Asking, facts: ServerFacts): readonly Person[] {
  const view = facts.onOld.view?.known ? unlisted(facts, people) : undefined;
  const found = people.map((person) => withHome(person, singles));
  const unknown = unknownAmong(check, facts, found, FEW);
  const left = unknown.filter(({ old }) => !old).slice(0, TELLING);
  const now = deps.now().toISOString();
  const isStale = ({ home }: Person): boolean => !(ageInDays(home?.source?.at ?? "", now) < STANDS_DAYS);
  const earlier = new Set(again.map(({ acct }) => acct));
  const never = [...left, ...(view ?? []), ...unknown].filter(({ acct }) => !earlier.has(acct));
  const inOrder = [...again.filter(isStale), ...never, ...again.filter((person) => !isStale(person))];
  const wanted = new Set(inOrder.map(({ acct }) => acct));
  const byAcct = new Map(people.map((person) => [person.acct, person]));
  return [...wanted].flatMap((acct) => (singles.get(acct)?.known ? [] : (byAcct.get(acct) ?? [])));
}

export function withHome(person: Person, singles: ReadonlyMap<Acct, Fact<Home>>): Person {
  const home = singles.get(person.acct);
  return home ? { ...person, home } : person;
}

function unlisted({ onOld: { view } }: ServerFacts, people: readonly Person[]): readonly Person[] {
  // An empty list that its server does not count as empty may be a masked one.
  if (!view?.known || !view.complete || (view.value.accts.length === 0 && view.value.count !== 0)) return [];
  const { accts, uris } = view.value;
  const listed = new Set([...accts, ...(uris ?? [])]);
  // A view of handles alone says nothing of who has none.
  const isListed = ({ acct, uri }: Person) => listed.has(acct) || (uri !== undefined && listed.has(uri));
  return people.filter(
    (person) =>
      person.old &&
      !person.home &&
      person.in.length === 0 &&
      (isNamed(person) || uris !== undefined) &&
      !isListed(person) &&
      !says(person.old),
  );
}

/** The only one who is missing there, where nothing says what became of him. */
export function aloneAmong(people: readonly Person[]): Person | undefined {
  const [first, ...more] = missingAmong(people);
  return first && !first.home && !(first.old && says(first.old)) && more.length === 0 ? first : undefined;
}

/** His row in the old list tells already. */
export const says = ({ moved, suspended, memorial }: NonNullable<Person["old"]>): boolean =>
  Boolean(moved || suspended || memorial);
