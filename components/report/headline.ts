import type { Report } from "#lib/contract/report.ts";
import { findingIds } from "./findings.ts";

/** A number in a sentence. Only what is known is counted: without a snapshot there is no whole to take a share of. */
export type NumberSentence = {
  readonly id: "stillOnOld" | "newHidden" | "missingOf" | "cameAlong" | "followNew" | "newcomers" | "neither";
  readonly count: number;
  readonly before?: number;
};

export type Headline =
  | { readonly kind: "numbers"; readonly numbers: readonly NumberSentence[] }
  | {
      readonly kind: "said";
      readonly id: "reading" | "not-moved" | "elsewhere" | "everything-hidden" | "old-hidden" | "nobody" | "all-here";
      readonly numbers: readonly NumberSentence[];
    };

export function chooseHeadline(report: Report, ended: boolean): Headline {
  const { counts, move } = report;
  const said = (id: Extract<Headline, { kind: "said" }>["id"], numbers = arrivals(report)): Headline => ({
    kind: "said",
    id,
    numbers,
  });
  if (move.state === "not-started") return said("not-moved", []);
  if (move.state === "elsewhere") return said("elsewhere", []);
  if (counts.missing > 0) return { kind: "numbers", numbers: numbersOf(report) };
  const hidden = hiddenLists(report);
  if (hidden.old && hidden.fresh) return said("everything-hidden", []);
  if (hidden.old) return said("old-hidden");
  if (!ended) return said("reading");
  return said(report.partial || counts.here === 0 ? "nobody" : "all-here");
}

function hiddenLists({ move }: Report) {
  const ids = findingIds(move);
  return {
    old: ids.has("old-list-hidden") || ids.has("old-unreachable"),
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
  const lead = hiddenLists(report).fresh ? "newHidden" : "stillOnOld";
  return [{ id: lead, count: counts.missing }, ...arrivals(report), ...neither(report)];
}

const arrivals = ({ counts: { newList } }: Report): readonly NumberSentence[] =>
  newList === null ? [] : [{ id: "followNew", count: newList }];

const neither = ({ counts }: Report): readonly NumberSentence[] =>
  counts.neither && counts.neither.about > 0 ? [{ id: "neither", count: counts.neither.about }] : [];
