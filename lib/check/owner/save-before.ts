import type { Person } from "#lib/domain/evidence/person.ts";
import { pause } from "#lib/flow/pause.ts";
import { countHandedIn, countHandedInOf, savePeople } from "#lib/store/check/people/people.ts";
import { asOwner } from "#lib/store/check/write.ts";
import type { CheckDeps } from "../state/deps.ts";

/** Of all lists that a mover hands in for one check, over all calls. */
export const MOST_PEOPLE = 200_000;
/** One statement's worth: the embedded database holds everybody up while it runs. */
const BITE = 250;

/** Whether a check has room for them. Those it knows from an earlier list take none. */
export async function hasRoomFor(
  { store }: Pick<CheckDeps, "store">,
  id: string,
  people: readonly Person[],
  most = MOST_PEOPLE,
): Promise<boolean> {
  if (people.length === 0) return true;
  const left = most - (await countHandedIn(store, id));
  if (people.length <= left) return true;
  let unmet = 0;
  // A list that is much too long is not looked through to its end.
  for (let from = 0; from < people.length && unmet <= left; from += BITE) {
    const accts = people.slice(from, from + BITE).map(({ acct }) => acct);
    unmet += accts.length - (await countHandedInOf(store, id, accts));
    await pause();
  }
  return unmet <= left;
}

/** Saves a list in bites, each committed by itself, so that others are served between two. */
export async function saveBefore(
  { store, now }: Pick<CheckDeps, "store" | "now">,
  id: string,
  people: readonly Person[],
): Promise<void> {
  for (let from = 0; from < people.length; from += BITE) {
    await asOwner(store, id, now(), (on) => savePeople(on, people.slice(from, from + BITE)));
    await pause();
  }
}
