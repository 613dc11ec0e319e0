import type { ReportServer } from "#lib/contract/report.ts";
import type { Reach } from "#lib/domain/diagnosis/verdict.ts";
import { type Contact, contactWith } from "#lib/messages/contact.ts";
import type { WhyNot } from "#lib/messages/contact-rules.ts";

/** Somebody of a server as far as the server's row tells: enough for the channel, and no person. */
export function contactThere({ host, reach, onePerson }: ReportServer, cause: string): Contact {
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

/** Those who moved on are listed one by one: where they are now is not in the server's row. */
const LISTED = new Set(["moved-on", "here", "here-under-new-name"]);

function reasonsOn(server: ReportServer): readonly { readonly why: WhyNot; readonly count: number }[] {
  return Object.entries(server.causes).flatMap(([cause, count]) => {
    const { mention, whyNot } = contactThere(server, cause);
    return LISTED.has(cause) || mention || !whyNot || count === 0 ? [] : [{ why: whyNot, count }];
  });
}
