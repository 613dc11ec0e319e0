import type { Acct, Person } from "#lib/domain/evidence.ts";
import { readPerson } from "#lib/store/people.ts";
import type { Run } from "./run-lease.ts";

/** Followers who moved too may have come along under the other name. Who is unchanged comes back as the same object. */
export function withNewNames(run: Run, people: readonly Person[]): Promise<readonly Person[]> {
  return Promise.all(people.map((person) => withNewName(run, person)));
}

async function withNewName({ id, deps }: Run, person: Person): Promise<Person> {
  const moved = person.in.length === 0 && !person.hereAs ? movedTo(person) : undefined;
  if (!moved) return person;
  const other = await readPerson(deps.store, id, moved);
  return other && other.person.in.length > 0 ? { ...person, hereAs: moved } : person;
}

/** Where only an address is known and no handle, the new list cannot be searched for it. */
function movedTo({ home, old }: Person): Acct | undefined {
  const moved = home?.known ? home.value.movedTo : (old?.moved ?? undefined);
  return moved?.includes("://") ? undefined : moved;
}
