import type { Person } from "#lib/domain/evidence/person.ts";
import { isNamed } from "#lib/domain/names/address.ts";
import type { Acct } from "#lib/domain/names/spellings.ts";

/** Somebody missing by a handle, first who is not known to be gone. */
export function nameIn(people: readonly Person[]): Acct | undefined {
  const named = people.filter((person) => isNamed(person) && person.in.length === 0);
  const there = named.find(({ home }) => home === undefined || !home.known || home.value.state === "alive");
  return (there ?? named[0])?.acct;
}
