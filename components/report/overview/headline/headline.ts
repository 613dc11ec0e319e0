import type { Report } from "#lib/contract/report.ts";
import { findingIds } from "../findings.ts";
import { arrivals, hiddenLists, type NumberSentence, neither, notJudged, numbersOf } from "./number-sentences.ts";

export type Saying =
  | "reading"
  | "refused"
  | "failed"
  | "failed-some"
  | "stopped"
  | "not-moved"
  | "not-through"
  | "swapped"
  | "elsewhere"
  | "everything-hidden"
  | "everything-unread"
  | "old-hidden"
  | "old-closed"
  | "old-unread"
  | "nobody"
  | "all-here";
export type Headline =
  | { readonly kind: "numbers"; readonly numbers: readonly NumberSentence[] }
  | { readonly kind: "said"; readonly id: Saying; readonly numbers: readonly NumberSentence[] };

/** `refused`: one of the accounts asks not to be checked, and no second start changes that. */
export type Phase = "running" | "ended" | "failed" | "refused";

export function chooseHeadline(report: Report, phase: Phase): Headline {
  const { counts, move } = report;
  const running = phase === "running";
  if (phase === "refused" && counts.missing === 0) return said("refused");
  if (move.state === "not-started") return said(notStarted(move));
  if (move.state === "elsewhere") return said("elsewhere");
  if (counts.missing > 0) return { kind: "numbers", numbers: numbersOf(report, running) };
  if (counts.provisional) return { kind: "numbers", numbers: [...notJudged(report, running), ...arrivals(report)] };
  return withoutMissing(report, phase);
}

/** Where a finished check leads nowhere by itself: back to its form, for a list where only a list helps. */
export function wayOn(report: Report, phase: Phase): "again" | "goOn" | "withList" | "otherPair" | null {
  if (phase === "failed") return "again";
  if (phase !== "ended") return null;
  if (findingIds(report.move).has("new-account-gone")) return "again";
  const headline = chooseHeadline(report, phase);
  if (headline.kind !== "said") return null;
  if (headline.id === "stopped") return "goOn";
  return headline.id === "elsewhere" ? "otherPair" : LIST_HELPS.has(headline.id) ? "withList" : null;
}

/** Where nobody can be counted there are no people, no servers and no messages to go to. */
export function hasParts(report: Report, phase: Phase): boolean {
  const headline = chooseHeadline(report, phase);
  if (headline.kind === "numbers") return true;
  const brokenOff = phase === "failed" || headline.id === "stopped";
  return !WITHOUT_PARTS.has(headline.id) && !(brokenOff && report.servers.length === 0);
}

const WITHOUT_PARTS: ReadonlySet<Saying> = new Set([
  "refused",
  "failed",
  "not-moved",
  "not-through",
  "swapped",
  "elsewhere",
]);

const LIST_HELPS: ReadonlySet<Saying> = new Set([
  "everything-hidden",
  "everything-unread",
  "old-hidden",
  "old-closed",
  "old-unread",
  "nobody",
]);

/** That the old account points nowhere is said only where it was seen to. */
function notStarted(move: Report["move"]): Saying {
  const ids = findingIds(move);
  if (ids.has("swapped")) return "swapped";
  return ids.size === 0 || ids.has("move-not-started") ? "not-moved" : "not-through";
}

/** Nobody is known to be missing: because all are here, because nobody could look, or because nobody has yet. */
function withoutMissing(report: Report, phase: Phase): Headline {
  const { counts, old, move } = report;
  const unread = unreadLists(report);
  if (unread) return said(unread, arrivals(report));
  if (phase === "running") return said("reading", arrivals(report));
  if (isUnread(old) || OLD_UNREAD.some((id) => findingIds(move).has(id))) return said("old-unread", arrivals(report));
  if (phase === "failed") return said(report.servers.length > 0 ? "failed-some" : "failed", arrivals(report));
  if (report.partial) return said("stopped", arrivals(report));
  return said(counts.here === 0 ? "nobody" : "all-here", [...arrivals(report), ...neither(report)]);
}

/** Hidden is what its owner chose to hide; a list can be closed to us for many other reasons. */
function unreadLists(report: Report): Saying | null {
  const ids = findingIds(report.move);
  const { old, fresh } = hiddenLists(report);
  if (!old) return null;
  const chosen = ids.has("old-list-hidden");
  if (fresh) return chosen && ids.has("new-list-hidden") ? "everything-hidden" : "everything-unread";
  return chosen ? "old-hidden" : "old-closed";
}

const OLD_UNREAD = ["old-account-gone", "old-unreachable"] as const;
/** What was stopped before anybody was asked says nothing about the account. */
const isUnread = ({ gap }: Report["old"]): boolean => gap !== undefined && gap !== "not-asked";

const said = (id: Saying, numbers: readonly NumberSentence[] = []): Headline => ({ kind: "said", id, numbers });
