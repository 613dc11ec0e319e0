import type { Report } from "#lib/contract/report.ts";
import type { MoveFindingId } from "#lib/domain/diagnosis/verdict.ts";

type Move = Report["move"];
type Finding = Move["findings"][number];

export const findingIds = (move: Move): ReadonlySet<MoveFindingId> => new Set(move.findings.map(({ cause }) => cause));

/** How loud a finding speaks: `stop` explains everything else, `note` is good to know. */
export type Tone = "stop" | "warn" | "note";

const TONES: Readonly<Record<MoveFindingId, Tone>> = {
  swapped: "stop",
  "move-not-started": "stop",
  "moved-elsewhere": "stop",
  "new-account-gone": "stop",
  "old-and-new-block": "stop",
  "alias-missing": "stop",
  "new-account-redirects": "stop",
  "redirect-only": "warn",
  "redirect-removed": "note",
  copied: "note",
  "new-account-unverifiable": "warn",
  "old-account-gone": "warn",
  "old-unreachable": "warn",
  "new-unreachable": "warn",
  "new-list-hidden": "warn",
  "new-list-unread": "warn",
  "old-list-hidden": "warn",
  "old-list-closed": "warn",
  "new-list-closed": "warn",
  "too-early": "warn",
  "new-account-locked": "note",
  "check-requests": "note",
  "old-actor-silent": "note",
};

const LOUDNESS: readonly Tone[] = ["stop", "warn", "note"];

export type Banner = { readonly finding: Finding; readonly tone: Tone };

/** What is said about the move above everything else, the loudest first. Requests are an action below and not said twice. */
export function chooseBanners(move: Move): readonly Banner[] {
  return move.findings
    .filter(({ cause }) => cause !== "check-requests")
    .map((finding) => ({ finding, tone: TONES[finding.cause] }))
    .sort((one, other) => LOUDNESS.indexOf(one.tone) - LOUDNESS.indexOf(other.tone));
}

/** A headline that says the same in its own words. */
export const isSaidByHeadline = (finding: MoveFindingId, said: string | null): boolean =>
  said !== null && SAID[said] === finding;

const SAID: Readonly<Record<string, MoveFindingId>> = {
  "not-moved": "move-not-started",
  elsewhere: "moved-elsewhere",
  swapped: "swapped",
  "old-hidden": "old-list-hidden",
};
