import type { LookupAnswer } from "#lib/contract/share.ts";

const CAUSES = {
  "new-server-blocked": { proven: "blockedProven", likely: "blockedLikely" },
  "closed-federation": { proven: "closed", likely: "closed" },
  "new-server-given-up": { proven: "givenUp", likely: "givenUp" },
  "old-server-blocked": { proven: "oldBlockedProven", likely: "oldBlockedLikely" },
  "software-ignores-move": { proven: "ignores", likely: "ignoresLikely" },
} as const;

type Why = (typeof CAUSES)[keyof typeof CAUSES]["proven" | "likely"];
type Now = "works" | "waits" | "unknown" | "neverMet" | "unreachable" | "robots";

/** Which sentences an answer gets: why the follow did not come along, and what following will be like now. */
export function answerWords({ reach, cause, certainty, gap }: LookupAnswer): { why?: Why; now?: Now } {
  const known = Object.entries(CAUSES).find(([id]) => id === cause)?.[1];
  const why = known?.[certainty ?? "likely"];
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
