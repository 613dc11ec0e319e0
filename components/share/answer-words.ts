import { causeOf } from "#lib/causes/index.ts";
import type { LookupAnswer } from "#lib/contract/share.ts";
import type { PublicReason } from "#lib/domain/diagnosis/consequences.ts";

const REASONS = {
  "shuts-new-out": { proven: "blockedProven", likely: "blockedLikely" },
  "lets-only-named-in": { proven: "closed", likely: "closed" },
  "sends-new-nothing": { proven: "givenUp", likely: "givenUp" },
  "shuts-old-out": { proven: "oldBlockedProven", likely: "oldBlockedLikely" },
  "ignores-moves": { proven: "ignores", likely: "ignoresLikely" },
} as const satisfies Readonly<Record<PublicReason, Readonly<Record<"proven" | "likely", string>>>>;

type Why = (typeof REASONS)[PublicReason]["proven" | "likely"];
type Now = "works" | "waits" | "unknown" | "neverMet" | "unreachable" | "robots";

/** Which sentences an answer gets: why the follow did not come along, and what following will be like now. */
export function answerWords({ reach, cause, certainty, gap }: LookupAnswer): { why?: Why; now?: Now } {
  const reason = causeOf(cause ?? null)?.public;
  const why = reason ? REASONS[reason][certainty ?? "likely"] : undefined;
  if (reach === "blocked") return why ? { why } : {};
  return { ...(why ? { why } : {}), now: now(reach, gap) };
}

function now(reach: LookupAnswer["reach"], gap: LookupAnswer["gap"]): Now {
  if (gap === "unreachable") return "unreachable";
  if (gap === "refused-robots") return "robots";
  if (reach === "works" || reach === "waits") return reach;
  return gap === "never-met" ? "neverMet" : "unknown";
}

const WITHOUT_BUTTON = {
  works: "worksManual",
  unknown: "unknownManual",
  robots: "robotsManual",
  neverMet: "neverMetManual",
} as const;
type Buttonless = Now | (typeof WITHOUT_BUTTON)[keyof typeof WITHOUT_BUTTON];

/** Nobody is told to try a button that the answer does not have. */
export const withoutButton = (now: Now | undefined): Buttonless | undefined =>
  now === undefined || now === "waits" || now === "unreachable" ? now : WITHOUT_BUTTON[now];
