import type { Report } from "#lib/contract/report.ts";
import { findingIds } from "../findings.ts";

/** A number in a sentence. Only what is known is counted: without a snapshot there is no whole to take a share of. */
export type NumberSentence = {
  readonly id:
    | "stillOnOld"
    | "onNeither"
    | "notOnNew"
    | "newHidden"
    | "unseen"
    | "missingOf"
    | "unseenOf"
    | "others"
    | "othersUnseen"
    | "notMetYet"
    | "notMetThen"
    | "cameAlong"
    | "followNew"
    | "newcomers"
    | "neither";
  readonly count: number;
  readonly before?: number;
};
type Sentences = readonly NumberSentence[];

/** Each sentence counts the people it speaks of and no others. */
export function numbersOf(report: Report, running: boolean): Sentences {
  const { counts } = report;
  const ofSnapshot = counts.beforeIs === "snapshot" && (counts.parts?.snapshotMissing ?? 0) > 0;
  return [...(ofSnapshot ? shareOf(report) : byPlace(report)), ...notJudged(report, running)];
}

/** Against the whole: people who followed after the snapshot are no part of it. */
function shareOf(report: Report): Sentences {
  const { missing, before, parts } = report.counts;
  const { snapshotHere = 0, snapshotMissing = 0 } = parts ?? {};
  const unread = isNewUnread(report);
  return [
    { id: unread ? "unseenOf" : "missingOf", count: snapshotMissing, before: before ?? 0 },
    { id: "cameAlong", count: snapshotHere },
    ...some(unread ? "othersUnseen" : "others", missing - snapshotMissing),
    ...neither(report),
    ...newcomers(report),
  ];
}

/** Checks judged before places were counted know only that somebody is not on the new list. */
function byPlace(report: Report): Sentences {
  const { missing, parts } = report.counts;
  const { onOld = 0, onNeither = 0 } = parts ?? {};
  const unread = isNewUnread(report);
  const places = [
    ...some(unread ? "newHidden" : "stillOnOld", onOld),
    ...some(unread ? "unseen" : "notOnNew", missing - onOld - onNeither),
  ];
  const off = offBoth(report, onNeither);
  return places.length > 0 ? [...places, ...arrivals(report), ...off] : [...off, ...arrivals(report)];
}

/** What the mover said of how many there were may hold more than those whose names are known, never fewer. */
function offBoth(report: Report, onNeither: number): Sentences {
  const estimate = neither(report);
  return (estimate[0]?.count ?? 0) >= onNeither ? estimate : some("onNeither", onNeither);
}

/** Of whom nobody can say it, because the new list was not read to its end. */
export const notJudged = ({ counts: { provisional = 0 } }: Report, running: boolean): Sentences =>
  some(running ? "notMetYet" : "notMetThen", provisional);

export const arrivals = ({ counts: { newList } }: Report): Sentences =>
  newList === null ? [] : [{ id: "followNew", count: newList }];

export const neither = ({ counts }: Report): Sentences => some("neither", counts.neither?.about ?? 0);

const newcomers = ({ counts }: Report): Sentences => some("newcomers", counts.newcomers ?? 0);

const some = (id: NumberSentence["id"], count: number): Sentences => (count > 0 ? [{ id, count }] : []);

/** A new list that was not read to its end may hold any of them. */
const isNewUnread = (report: Report): boolean => hiddenLists(report).fresh || report.counts.newList === null;

export function hiddenLists({ move }: Report) {
  const ids = findingIds(move);
  return {
    old: ids.has("old-list-hidden") || ids.has("old-list-closed"),
    fresh: (["new-list-hidden", "new-list-closed", "new-unreachable"] as const).some((id) => ids.has(id)),
  };
}
