import { causeOf, type JudgedCause, judgedCause } from "#lib/causes/index.ts";
import type { ReportServer } from "#lib/contract/report.ts";
import type { WhyNot } from "#lib/domain/diagnosis/contact-rule.ts";
import type { Reach } from "#lib/domain/diagnosis/verdict.ts";
import { type Contact, contactWith } from "#lib/messages/contact.ts";

/** Somebody of a server as far as the server's row tells: enough for the channel, and no person. */
export function contactThere({ host, reach, onePerson }: ReportServer, cause: JudgedCause): Contact {
  const anybody = { acct: `someone@${host}`, cause, reach, youFollow: false, onePerson };
  return contactWith(anybody, (): Reach => "unknown");
}

export type Reason = { readonly why: WhyNot; readonly people: number };

/** Why people cannot be written to by name, most people first. They are counted by server, so that any number will do. */
export function reasonsNot(servers: readonly ReportServer[]): readonly Reason[] {
  const people = new Map<WhyNot, number>();
  for (const { why, count } of servers.flatMap(reasonsOn)) people.set(why, (people.get(why) ?? 0) + count);
  return [...people].map(([why, count]) => ({ why, people: count })).sort((one, other) => other.people - one.people);
}

/** Who came along needs no reason; who moved on is listed one by one: the new address is not in the server's row. */
function isLeftOut(id: JudgedCause): boolean {
  const cause = causeOf(id);
  return cause?.group === "here" || cause?.showsNewAddress === true;
}

function reasonsOn(server: ReportServer): readonly { readonly why: WhyNot; readonly count: number }[] {
  return Object.entries(server.causes).flatMap(([text, count]) => {
    const cause = judgedCause(text);
    const { mention, whyNot } = contactThere(server, cause);
    return isLeftOut(cause) || mention || !whyNot || count === 0 ? [] : [{ why: whyNot, count }];
  });
}
