import { defined } from "#lib/flow/defined.ts";
import { type Addressee, type Contact, contactWith, type ReachOf } from "./contact.ts";
import { type NotTicked, whyNotTicked } from "./preselect.ts";

/**
 * Somebody as a plan of mentions needs one: what follows from the cause is decided already, so that the page that goes
 * on with the plan needs no table of causes.
 */
export type Offer = Pick<Addressee, "acct" | "youFollow" | "mark"> &
  Pick<Contact, "mention" | "whyNot"> & { readonly notTicked?: NotTicked };

export function offerTo(person: Addressee, reachOf: ReachOf, now: string): Offer {
  const { acct, youFollow, mark } = person;
  const { mention, whyNot } = contactWith(person, reachOf);
  const notTicked = whyNotTicked(person, now);
  return {
    ...{ acct, youFollow },
    ...defined({ mark, mention, whyNot, notTicked }),
  };
}
