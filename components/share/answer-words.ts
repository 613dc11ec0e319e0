import { causeOf } from "#lib/causes/index.ts";
import type { LookupAnswer } from "#lib/contract/share.ts";
import type { PublicReason } from "#lib/domain/diagnosis/consequences.ts";
import type { Gap } from "#lib/domain/evidence/fact.ts";

const REASONS = {
  "shuts-new-out": { proven: "blockedProven", likely: "blockedLikely" },
  "lets-only-named-in": { proven: "closedFederation", likely: "closedFederation" },
  "sends-new-nothing": { proven: "givenUp", likely: "givenUp" },
  "shuts-old-out": { proven: "oldBlockedProven", likely: "oldBlockedLikely" },
  "ignores-moves": { proven: "ignores", likely: "ignoresLikely" },
} as const satisfies Readonly<Record<PublicReason, Readonly<Record<"proven" | "likely", string>>>>;

const AT_NEW = { blocked: "refused", "not-chosen": "notChosen" } as const;
type Why = (typeof REASONS)[PublicReason]["proven" | "likely"] | (typeof AT_NEW)[keyof typeof AT_NEW];
type Now =
  | "works"
  | "itself"
  | "allowed"
  | "waits"
  | "limited"
  | "unknown"
  | "unclear"
  | "unread"
  | "neverMet"
  | "robots";
type Host = "silent" | "no-server" | "closed";
type NotAtAll = "noPeople";

/** What an answer says: a title, why the follow didn't come along, what following will be like, and what to do. */
export type AnswerWords = {
  readonly title: "works" | "waits" | "unknown" | "app" | "blocked" | "blockedLikely" | Host;
  readonly why?: Why;
  readonly now?: Now | Host | NotAtAll;
  readonly next: "button" | "steps" | "instead" | "copy" | "other-server";
};

export function answerWords(answer: LookupAnswer): AnswerWords {
  const { reach, host, follow, certainty } = answer;
  if (host && host !== "silent") return { title: host, now: host, next: host === "closed" ? "other-server" : "copy" };
  const why = whyOf(answer);
  if (reach === "blocked")
    return { title: certainty === "likely" ? "blockedLikely" : "blocked", ...why, next: "instead" };
  if (answer.followsPeople === false) return { title: "blocked", now: "noPeople", next: "instead" };
  if (host) return { title: host, now: host, next: "copy" };
  const now = nowOf(answer);
  if (follow.kind === "manual") return { title: "app", ...why, now, next: "steps" };
  return { title: titleOf(reach), ...why, now, next: "button" };
}

function whyOf({ cause, certainty, atNew }: LookupAnswer): { readonly why?: Why } {
  const reason = causeOf(cause ?? null)?.public;
  if (reason) return { why: REASONS[reason][certainty ?? "likely"] };
  return atNew === undefined || atNew === "limited" ? {} : { why: AT_NEW[atNew] };
}

const titleOf = (reach: LookupAnswer["reach"]) => (reach === "works" || reach === "waits" ? reach : "unknown");

/** Each gap has words of its own: a list that could not be read is not one that is hidden. */
const UNTOLD: Readonly<Record<Gap, Now>> = {
  ...{
    "hidden-by-server": "unknown",
    "needs-login": "unknown",
    "needs-signature": "unknown",
    "not-offered": "unknown",
  },
  ...{ "over-budget": "unread", "bad-answer": "unread", "not-asked": "unread", unreachable: "unread" },
  ...{ "signature-refused": "unread", "refused-us": "unread", "our-fault": "unread" },
  ...{ "refused-robots": "robots", "never-met": "neverMet", redacted: "unclear" },
};

const WORKS_BY = { itself: "itself", allow: "allowed" } as const;

function nowOf({ reach, gap, atNew, by }: LookupAnswer): Now {
  if (reach === "works") return by ? WORKS_BY[by] : "works";
  if (reach === "waits") return atNew === "limited" ? "limited" : "waits";
  return gap ? UNTOLD[gap] : "unclear";
}
