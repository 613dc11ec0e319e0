import type { Report } from "#lib/contract/report.ts";
import { findingIds } from "./findings.ts";

/** A number in a sentence. Only what is known is counted: without a snapshot there is no whole to take a share of. */
export type NumberSentence = {
  readonly id:
    | "stillOnOld"
    | "notMetYet"
    | "newHidden"
    | "missingOf"
    | "cameAlong"
    | "followNew"
    | "newcomers"
    | "neither";
  readonly count: number;
  readonly before?: number;
};

type Saying =
  | "reading"
  | "failed"
  | "not-moved"
  | "not-through"
  | "swapped"
  | "elsewhere"
  | "everything-hidden"
  | "old-hidden"
  | "old-unread"
  | "nobody"
  | "all-here";
export type Headline =
  | { readonly kind: "numbers"; readonly numbers: readonly NumberSentence[] }
  | { readonly kind: "said"; readonly id: Saying; readonly numbers: readonly NumberSentence[] };

export type Phase = "running" | "ended" | "failed";

export function chooseHeadline(report: Report, phase: Phase): Headline {
  const { counts, move } = report;
  if (move.state === "not-started") return said(notStarted(move));
  if (move.state === "elsewhere") return said("elsewhere");
  if (counts.missing > 0) return { kind: "numbers", numbers: numbersOf(report) };
  if (counts.provisional && phase === "running")
    return { kind: "numbers", numbers: [{ id: "notMetYet", count: counts.provisional }, ...arrivals(report)] };
  return withoutMissing(report, phase);
}

/** That the old account points nowhere is said only where it was seen to. */
function notStarted(move: Report["move"]): Saying {
  const ids = findingIds(move);
  if (ids.has("swapped")) return "swapped";
  return ids.size === 0 || ids.has("move-not-started") ? "not-moved" : "not-through";
}

/** Nobody is known to be missing: because all are here, or because nobody could look. */
function withoutMissing(report: Report, phase: Phase): Headline {
  const { counts, old, move } = report;
  const hidden = hiddenLists(report);
  if (hidden.old && hidden.fresh) return said("everything-hidden");
  if (hidden.old) return said("old-hidden", arrivals(report));
  if (phase === "running") return said("reading", arrivals(report));
  if (old.gap || findingIds(move).has("old-unreachable")) return said("old-unread", arrivals(report));
  if (phase === "failed") return said("failed");
  return said(report.partial || counts.here === 0 ? "nobody" : "all-here", [...arrivals(report), ...neither(report)]);
}

const said = (id: Saying, numbers: readonly NumberSentence[] = []): Headline => ({ kind: "said", id, numbers });

function hiddenLists({ move }: Report) {
  const ids = findingIds(move);
  return {
    old: ids.has("old-list-hidden"),
    fresh: ids.has("new-list-hidden") || ids.has("new-unreachable"),
  };
}

function numbersOf(report: Report): readonly NumberSentence[] {
  const { counts } = report;
  if (counts.beforeIs === "snapshot" && counts.before !== null)
    return [
      { id: "missingOf", count: counts.missing, before: counts.before },
      { id: "cameAlong", count: counts.here },
      ...neither(report),
      ...(counts.newcomers ? [{ id: "newcomers", count: counts.newcomers } as const] : []),
    ].slice(0, 3) as NumberSentence[];
  // A new list that was not read to its end may hold any of them.
  const lead = hiddenLists(report).fresh || counts.newList === null ? "newHidden" : "stillOnOld";
  return [{ id: lead, count: counts.missing }, ...arrivals(report), ...neither(report)];
}

const arrivals = ({ counts: { newList } }: Report): readonly NumberSentence[] =>
  newList === null ? [] : [{ id: "followNew", count: newList }];

const neither = ({ counts }: Report): readonly NumberSentence[] =>
  counts.neither && counts.neither.about > 0 ? [{ id: "neither", count: counts.neither.about }] : [];
