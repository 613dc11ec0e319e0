import type { Gap } from "../evidence/fact.ts";
import type { KnownReadings, ReadingSet, Witness } from "../readings/reading.ts";
import type { Cause } from "./cause.ts";
import { weakest } from "./certainty.ts";
import type { Also, Certainty, Group, Judged, Undecided } from "./verdict.ts";

/** Causes in order of precedence, the residual ones last. */
export type CauseTable<Id extends string = string> = readonly Cause<Id>[];

export type Diagnosis<Id extends string = string> = {
  readonly cause: Judged<Id>;
  readonly group: Group | null;
  readonly certainty: Certainty | null;
  readonly also: readonly Also<Id>[];
  readonly undecided: readonly Undecided<Id>[];
  readonly because: readonly Witness[];
};

type Finding<Id extends string> = { readonly cause: Cause<Id>; readonly certainty: Certainty };
type Findings<Id extends string> = {
  readonly held: readonly Finding<Id>[];
  readonly possible: readonly Finding<Id>[];
  readonly undecided: readonly (Undecided<Id> & { readonly of: Cause<Id> })[];
};

/** The answer for one person: the first positive cause that holds, else the first residual one, else why there is none. */
export function diagnose<Id extends string>(table: CauseTable<Id>, readings: ReadingSet): Diagnosis<Id> {
  const found = rule(table, readings, "positive");
  const first = firstOf(found.held);
  const planned = readings.setting.value.mode === "planned";
  if (!readings.arrived.known && !planned) return whereListIsHidden(found, readings);
  const rest = found.held.filter((one) => one !== first);
  if (first) return shown(first, [...rest, ...found.possible], found.undecided, readings);
  if (planned) return beforeMove(found, readings);
  return byExclusion(found, rule(table, readings, "residual"), readings);
}

/** Who is here, gone or elsewhere is so whatever else was seen. */
const isFinal = ({ cause }: Finding<string>): boolean => cause.group === "here" || cause.group === "nobody";

function firstOf<Id extends string>(held: readonly Finding<Id>[]): Finding<Id> | undefined {
  const [first] = held;
  if (first && isFinal(first)) return first;
  return held.find(({ cause, certainty }) => cause.seenComesFirst && certainty === "proven") ?? first;
}

/** Who is not seen in a list that was not read to its end may stand in its rest: nobody there is called missing. */
function whereListIsHidden<Id extends string>(found: Findings<Id>, readings: ReadingSet): Diagnosis<Id> {
  const seen = found.held.find(({ cause }) => cause.group === "here");
  if (seen) return shown(seen, [], [], readings);
  return withoutCause("unknown", [...found.held, ...found.possible], found.undecided);
}

/**
 * Before a move nothing has been lost yet: either something stands in the way, or nothing known does. Whom his own
 * server does not list as a follower may have left, or never heard back: it would not carry him along.
 */
function beforeMove<Id extends string>({ possible, undecided }: Findings<Id>, readings: ReadingSet): Diagnosis<Id> {
  const { viewOld } = readings;
  const hinted = possible.some(({ cause }) => cause.decidesClear || cause.whateverTarget !== null);
  const notListed = viewOld.known && !viewOld.value;
  const open = hinted || notListed || isUnseen(readings) || undecided.some(({ of }) => of.decidesClear);
  return withoutCause(open ? "unknown" : "clear", possible, undecided);
}

/**
 * The old server is the last to hear that somebody is gone. Some software shows which of its people follow it; on other
 * software nothing shows that somebody is there but his own account, which is asked for as long as the questions last.
 */
function isUnseen({ viewOld, home, showsWhoFollows }: ReadingSet): boolean {
  const isSeen = (viewOld.known && viewOld.value) || (home.known && home.certainty === "proven");
  return !(showsWhoFollows.known && showsWhoFollows.value) && !isSeen;
}

/**
 * A residual cause rests on a Move that was sent and could be believed, and on there being no other: one positive cause
 * left open, and it is only possible.
 */
function byExclusion<Id extends string>(
  positive: Findings<Id>,
  residual: Findings<Id>,
  readings: ReadingSet,
): Diagnosis<Id> {
  const undecided = [...positive.undecided, ...residual.undecided];
  const standing = residual.undecided.filter(({ of }) => of.standsOpen).map(({ of }) => asPossible(of));
  const { moveIsReason } = readings.setting.value;
  const open = moveIsReason || positive.undecided.length > 0 || positive.possible.length > 0;
  const left = [...residual.held, ...residual.possible];
  if (open) {
    return withoutCause(
      "unknown",
      [...positive.possible, ...standing, ...left.map(({ cause }) => asPossible(cause))],
      undecided,
    );
  }
  const most = standing.length > 0 ? "possible" : "likely";
  const capped = left.map(({ cause, certainty }) => ({ cause, certainty: weakest(certainty, most) }));
  const [first, ...rest] = capped;
  if (first) return shown(first, [...standing, ...rest], undecided, readings);
  return withoutCause(undecided.length > 0 ? "unknown" : "unexplained", standing, undecided);
}

const asPossible = <Id extends string>(cause: Cause<Id>): Finding<Id> => ({ cause, certainty: "possible" });

function rule<Id extends string>(table: CauseTable<Id>, readings: ReadingSet, kind: Cause["kind"]): Findings<Id> {
  const held: Finding<Id>[] = [];
  const possible: Finding<Id>[] = [];
  const undecided: (Undecided<Id> & { of: Cause<Id> })[] = [];
  for (const cause of table) {
    if (cause.kind !== kind || !applies(cause, readings)) continue;
    const gaps = gapsIn(cause, readings);
    if (gaps.length > 0) {
      undecided.push({ cause: cause.id, gaps: [...new Set(gaps)], of: cause });
      continue;
    }
    const certainty = cause.judge(readings as KnownReadings);
    if (certainty === "no") continue;
    (certainty === "possible" && kind === "positive" ? possible : held).push({ cause, certainty });
    if (cause.group === "here") break;
  }
  return { held, possible, undecided };
}

const applies = (cause: Cause, readings: ReadingSet): boolean =>
  cause.modes.includes(readings.setting.value.mode) && (cause.applies?.(readings) ?? true);

function gapsIn(cause: Cause, readings: ReadingSet): readonly Gap[] {
  return cause.needs.flatMap((name) => {
    const reading = readings[name];
    return reading.known ? [] : reading.gaps;
  });
}

function shown<Id extends string>(
  { cause, certainty }: Finding<Id>,
  others: readonly Finding<Id>[],
  undecided: readonly Undecided<Id>[],
  readings: ReadingSet,
): Diagnosis<Id> {
  const because = cause.needs.flatMap((name) => {
    const reading = readings[name];
    return reading.known ? reading.because : [];
  });
  return { ...{ cause: cause.id, group: cause.group, certainty, because }, ...beside(others, undecided) };
}

function withoutCause<Id extends string>(
  cause: "unknown" | "unexplained" | "clear",
  others: readonly Finding<Id>[],
  undecided: readonly Undecided<Id>[],
): Diagnosis<Id> {
  const group = cause === "clear" ? null : "unknown";
  return { ...{ cause, group, certainty: null, because: [] }, ...beside(others, undecided) };
}

function beside<Id extends string>(others: readonly Finding<Id>[], undecided: readonly Undecided<Id>[]) {
  return {
    also: others.map(({ cause, certainty }) => ({ cause: cause.id, certainty })),
    undecided: undecided.map(({ cause, gaps }) => ({ cause, gaps })),
  };
}
