import { causeOf, type JudgedCause } from "#lib/causes/index.ts";
import type { ContactRule, MentionKind, WhyNot } from "#lib/domain/diagnosis/contact-rule.ts";
import type { Certainty, Reach } from "#lib/domain/diagnosis/verdict.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { isAddress } from "#lib/domain/names/address.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import { ruleFor } from "./contact-rules.ts";
import { isOwnDecision } from "./own-decision.ts";

/** A follower as a report shows one. */
export type Addressee = {
  readonly acct: Acct;
  readonly cause: JudgedCause | null;
  readonly certainty?: Certainty | null | undefined;
  readonly reach: Reach;
  readonly youFollow: boolean;
  /** Their server is one person's own. */
  readonly onePerson?: boolean | undefined;
  readonly mark?: "asked" | "skip" | undefined;
  /** Where that person is now, whose cause shows it. */
  readonly newAddress?: string | undefined;
  readonly provisional?: boolean | undefined;
  readonly profile?:
    | {
        readonly bot?: boolean | undefined;
        readonly locked?: boolean | undefined;
        readonly noindex?: boolean | undefined;
        readonly nobot?: boolean | undefined;
        readonly lastPostAt?: string | undefined;
      }
    | undefined;
};

export type Contact = {
  /** Only where a mention from the new account arrives and asks for something that works. */
  readonly mention?: { readonly kind: MentionKind; readonly to: Acct; readonly server: Host };
  readonly letter?: "own-admin" | "old-admin";
  /** The mover's own list of follow requests. */
  readonly requests?: true;
  /** The public post can be seen there. */
  readonly publicPost: boolean;
  /** A text to copy, for somebody the mover knows anyway. */
  readonly copy?: "off-platform" | "off-platform-blocked" | "question";
  readonly whyNot?: WhyNot;
};

/** What is known of other servers: somebody who moved on is written to where that person is now. */
export type ReachOf = (host: Host) => Reach;
type Place = { readonly acct: Acct; readonly server: Host; readonly reach: Reach };

/** Reach is the second answer after the cause: what cannot arrive, or asks for what cannot work, is never offered. */
export function contactWith(person: Addressee, reachOf: ReachOf): Contact {
  const rule = ruleFor(person.cause);
  if (isOwnDecision(person.cause, person.onePerson === true)) return none("own-decision");
  if (rule.by === "nothing") return none(rule.why);
  if (person.provisional) return none("move-under-way");
  const place = placeOf(person, reachOf);
  if (place.reach === "gone") return none("nobody-reads");
  if (rule.by === "letter") return byLetter(rule.why);
  if (place.reach === "blocked") return byLetter("their-server-blocks");
  if (rule.by === "requests") return { publicPost: false, requests: true, whyNot: rule.why };
  if (rule.by === "public") return byPost(rule.why);
  return byMention(person, place, rule, reachOf);
}

function byMention(
  { mark, cause, certainty }: Addressee,
  place: Place,
  rule: Extract<ContactRule, { by: "mention" }>,
  reachOf: ReachOf,
): Contact {
  const replay = causeOf(cause)?.helps === "replay" ? ({ letter: "old-admin" } as const) : {};
  // Nobody has told a name by which this person could be mentioned.
  if (isAddress(place.acct)) return { ...byPost("cannot-tell"), ...replay };
  // An account that nobody has looked at since is no reason to be silent, where others of its server can follow.
  const reach = place.reach === "unknown" ? reachOf(place.server) : place.reach;
  if (reach !== "works" && reach !== "waits") return { ...byPost("cannot-tell"), ...replay };
  const also = { publicPost: true, copy: "off-platform", ...replay } as const;
  if (mark) return { ...also, whyNot: mark === "asked" ? "asked" : "skipped" };
  const kind = certainty === "proven" ? rule.kind : (rule.unlessProven ?? rule.kind);
  const mention = { kind, to: place.acct, server: place.server };
  return { ...also, mention, ...(reach === "waits" ? { requests: true } : {}) };
}

const none = (whyNot: WhyNot): Contact => ({ publicPost: false, whyNot });

/** Guessing at a reason in front of one person is worse than a post for everybody. */
const byPost = (whyNot: WhyNot): Contact => ({
  publicPost: true,
  whyNot,
  ...(whyNot === "cannot-tell" ? { copy: "question" } : {}),
});

/** Nothing from the new account arrives there, and going round that decision is not offered. */
const byLetter = (whyNot: WhyNot): Contact => ({
  publicPost: false,
  letter: "own-admin",
  copy: "off-platform-blocked",
  whyNot,
});

/** The server in the address, not the one that answers for it: that is the one everybody can see. */
function placeOf({ acct, reach, cause, newAddress }: Addressee, reachOf: ReachOf): Place {
  const server = serverOf(acct);
  if (!causeOf(cause)?.showsNewAddress) return { acct, server, reach };
  // The account that moved is read by nobody; where its owner went may not be told.
  if (!newAddress) return { acct, server, reach: reach === "works" || reach === "waits" ? "unknown" : reach };
  const to = newAddress.replace(/^@/, "").toLowerCase();
  const now = serverOf(to);
  return { acct: to, server: now, reach: now === server ? reach : reachOf(now) };
}
