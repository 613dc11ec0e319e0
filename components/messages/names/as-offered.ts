import { judgedCause } from "#lib/causes/index.ts";
import type { ReportFollower } from "#lib/contract/report.ts";
import { defined } from "#lib/flow/defined.ts";
import type { ReachOf } from "#lib/messages/contact.ts";
import { offerTo } from "#lib/messages/offer.ts";
import type { Offered } from "./mention-scene.ts";

type Asking = { readonly onePerson: boolean; readonly reachOf: ReachOf; readonly now: string };

/** A report's row as far as a plan needs it: the page carries no more of anybody. Made by the server alone. */
export function asOffered(person: ReportFollower, { onePerson, reachOf, now }: Asking): Offered {
  const { display, newAddress } = person;
  return {
    ...offerTo({ ...person, cause: judgedCause(person.cause), onePerson }, reachOf, now),
    ...defined({ display, newAddress }),
  };
}
