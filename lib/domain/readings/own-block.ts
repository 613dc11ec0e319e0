import type { Person } from "../evidence/person.ts";
import { type Context, onTarget } from "./context.ts";
import type { Reading, Readings } from "./reading.ts";
import { gapsOf, unread } from "./walls/weigh.ts";

/**
 * Whom the target's owner keeps out himself, by the name that his own account shows: its server refuses their follows,
 * whatever else stands in the way. Read with his sign-in, where he wants that; else it is a gap, and no cause rests on it.
 */
export function foldOwnBlock(context: Context, person?: Named): Reading<Readings["ownBlock"]> {
  const { own } = context.byTarget;
  if (!own?.known) return unread(gapsOf(own));
  const because = [onTarget(context, "byTarget.own")];
  const isShut = own.value.server && !isSpared(context, person);
  const value = isShut ? "server" : blocksPerson(context, person) ? "person" : "none";
  if (value === "none" && own.complete === false) return unread(["bad-answer"]);
  const certainty = value !== "none" && own.value.maySpare ? "likely" : "proven";
  return { known: true, value, certainty, because };
}

type Named = Pick<Person, "acct" | "in">;

/** Whether it is another answer for this person than for the server as a whole. */
export const differsFor = (context: Context, person: Named): boolean =>
  blocksPerson(context, person) || isSpared(context, person);

export const blocksPerson = ({ byTarget: { own } }: Context, person: Named | undefined): boolean =>
  own?.known === true && person !== undefined && own.value.people.includes(person.acct);

/** Who follows all the same is not kept out by a block that leaves some out. */
const isSpared = ({ byTarget: { own }, target }: Context, person: Named | undefined): boolean =>
  own?.known === true && own.value.maySpare === true && person?.in.includes(target.key) === true;
