import type { Acct, Person } from "#lib/domain/evidence.ts";
import { readPeople } from "#lib/store/people.ts";
import type { Run } from "./run-lease.ts";

/** Followers who moved too may have come along under the other name. Who is unchanged comes back as the same object. */
export async function withNewNames({ id, deps }: Run, people: readonly Person[]): Promise<readonly Person[]> {
  const wanted = people.flatMap((person) => newNameOf(person) ?? []);
  const found = await readPeople(deps.store, id, [...new Set(wanted)]);
  const here = new Set(found.filter(({ person }) => person.in.length > 0).map(({ acct }) => acct));
  return people.map((person) => {
    const moved = newNameOf(person);
    return moved && here.has(moved) ? { ...person, hereAs: moved } : person;
  });
}

/** Where only an address is known and no handle, the new list cannot be searched for it. */
function newNameOf({ home, old, in: targets, hereAs }: Person): Acct | undefined {
  if (targets.length > 0 || hereAs) return undefined;
  const moved = home?.known ? home.value.movedTo : (old?.moved ?? undefined);
  return moved?.includes("://") ? undefined : moved;
}
