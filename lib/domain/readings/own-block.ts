import type { Person } from "../evidence/evidence.ts";
import { type Context, onTarget } from "./context.ts";
import type { Reading, Readings } from "./reading.ts";
import { gapsOf, unread } from "./walls/weigh.ts";

/**
 * Whom the target's owner keeps out himself, by the name that his own account shows: its server refuses their follows,
 * whatever else stands in the way. Read with his sign-in, where he wants that; else it is a gap, and no cause rests on it.
 */
export function foldOwnBlock(context: Context, person?: Pick<Person, "acct">): Reading<Readings["ownBlock"]> {
  const { own } = context.byTarget;
  if (!own?.known) return unread(gapsOf(own));
  const because = [onTarget(context, "byTarget.own")];
  const value = own.value.server ? "server" : blocksPerson(context, person) ? "person" : "none";
  if (value === "none" && own.complete === false) return unread(["bad-answer"]);
  return { known: true, value, certainty: "proven", because };
}

export const blocksPerson = ({ byTarget: { own } }: Context, person: Pick<Person, "acct"> | undefined): boolean =>
  own?.known === true && person !== undefined && own.value.people.includes(person.acct);
