import { followNew } from "../../make/build.ts";
import type { Account, WorldState } from "../../model.ts";
import { forgetLists } from "../common/lists.ts";
import { suspends } from "../matching.ts";

/** Requests of servers that were suspended since vanish, and people who are suspended are not shown. */
export function waitingFor(world: WorldState, asker: Account): readonly Account[] {
  if (asker !== world.target) return [];
  return world.people
    .filter((who) => who.atNew === "requested" && !who.fate && !suspends(asker.server, who.server))
    .sort((one, other) => other.index - one.index);
}

/** False: there is no such request, or not any more. */
export function letIn(world: WorldState, asker: Account, who: Account | undefined): boolean {
  if (!who || !waitingFor(world, asker).includes(who)) return false;
  const youngest = world.people.reduce((most, { newFollow }) => Math.max(most, newFollow), 0);
  followNew(who);
  who.newFollow = youngest + 1;
  forgetLists(world);
  return true;
}
