import type { Person } from "#lib/domain/evidence/evidence.ts";
import { countHandedIn, savePeople } from "#lib/store/check/people.ts";
import { asOwner } from "#lib/store/check/write.ts";
import type { CheckDeps } from "../state/deps.ts";

/** Of all lists that a mover hands in for one check, over all calls. */
export const MOST_PEOPLE = 200_000;
/** One statement's worth: the embedded database holds everybody up while it runs. */
const BITE = 250;

/** Whether a check has room for them, whoever of them it knows already. */
export const hasRoomFor = async ({ store }: CheckDeps, id: string, people: readonly Person[]): Promise<boolean> =>
  people.length === 0 || (await countHandedIn(store, id)) + people.length <= MOST_PEOPLE;

/** Saves a list in bites, each committed by itself, so that others are served between two. */
export async function saveBefore({ store, now }: CheckDeps, id: string, people: readonly Person[]): Promise<void> {
  for (let from = 0; from < people.length; from += BITE) {
    await asOwner(store, id, now(), (on) => savePeople(on, people.slice(from, from + BITE)));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
