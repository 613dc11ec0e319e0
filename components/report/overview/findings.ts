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
  copied: "warn",
  "new-account-unverifiable": "warn",
  "old-account-gone": "warn",
  "old-unreachable": "warn",
  "new-unreachable": "warn",
  "new-list-hidden": "warn",
  "old-list-unread": "warn",
  "new-list-unread": "warn",
  "old-list-hidden": "warn",
  "old-list-closed": "warn",
  "new-list-closed": "warn",
  "too-early": "warn",
  "new-account-locked": "note",
  "check-requests": "note",
  "old-actor-silent": "warn",
};

/** How much of a list could be read, where its account counts more. */
export function partOfList({ cause, because }: Finding): { read: number; count: number } | null {
  if (!cause.endsWith("-list-unread")) return null;
  const { read, count } = Object(because[0]?.value) as { readonly read?: unknown; readonly count?: unknown };
  return typeof read === "number" && typeof count === "number" && read < count ? { read, count } : null;
}

/** An account that is suspended is not there for now; whether it comes back nobody can say. */
const SUSPENDED = {
  "old-account-gone": "suspended.old",
  "new-account-gone": "suspended.new",
} as const;
const mayBeSuspended = (cause: MoveFindingId): cause is keyof typeof SUSPENDED => cause in SUSPENDED;

/** The words for a finding, by what it rests on. */
export function wordsOf({ cause, because }: Finding) {
  const { suspended } = Object(because[0]?.value) as { readonly suspended?: unknown };
  return mayBeSuspended(cause) && suspended === true ? SUSPENDED[cause] : cause;
}

const LOUDNESS: readonly Tone[] = ["stop", "warn", "note"];

export type Banner = { readonly finding: Finding; readonly tone: Tone };

/** Without a former address servers refuse a move, so that a redirect is all that shows: one mistake is told once. */
const EXPLAINS: Readonly<Partial<Record<MoveFindingId, readonly MoveFindingId[]>>> = {
  "alias-missing": ["redirect-only"],
};

/** All that is said about the move, the loudest first. Requests are an action and not said twice. */
export function chooseBanners(move: Move): readonly Banner[] {
  const explained = move.findings.flatMap(({ cause }) => EXPLAINS[cause] ?? []);
  return move.findings
    .filter(({ cause }) => cause !== "check-requests" && !explained.includes(cause))
    .map((finding) => ({ finding, tone: TONES[finding.cause] }))
    .sort((one, other) => LOUDNESS.indexOf(one.tone) - LOUDNESS.indexOf(other.tone));
}

/** One note stands above the headline: the loudest that changes what to do and is no part of the headline itself. */
export function splitBanners(move: Move, said: string | null): { lead: Banner | null; rest: readonly Banner[] } {
  const banners = chooseBanners(move);
  const ofHeadline = SAID[said ?? ""] ?? [];
  const lead = banners.find(({ finding, tone }) => tone !== "note" && !ofHeadline.includes(finding.cause)) ?? null;
  return { lead, rest: banners.filter((banner) => banner !== lead) };
}

/** Headlines that say the same in their own words. */
const SAID: Readonly<Record<string, readonly MoveFindingId[]>> = {
  "not-moved": ["move-not-started"],
  elsewhere: ["moved-elsewhere"],
  swapped: ["swapped", "moved-elsewhere", "move-not-started"],
  "everything-hidden": ["old-list-hidden", "new-list-hidden"],
  "old-hidden": ["old-list-hidden"],
  "old-unread": ["old-unreachable"],
};
