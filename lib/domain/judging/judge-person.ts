import { type CauseTable, type Diagnosis, diagnose } from "../diagnosis/diagnose.ts";
import { type Reached, reachOf, type Shown } from "../diagnosis/reach.ts";
import type { Because, MoveVerdict, Outcome, Verdict } from "../diagnosis/verdict.ts";
import type { Person } from "../evidence/person.ts";
import type { Side } from "../evidence/side.ts";
import { isAddress } from "../names/address.ts";
import type { Context } from "../readings/context.ts";
import { type Folded, foldPerson, foldServerFacts, kindOf } from "../readings/fold.ts";
import type { ReadingSet, Readings, Witness } from "../readings/reading.ts";
import { shownBy } from "./server-reach.ts";
import { type Counter, makeCounter } from "./tally-by-server.ts";

/** One target's share of a server: what is folded once, and what is counted. */
export type TargetShare<Id extends string> = {
  readonly table: CauseTable<Id>;
  readonly folded: Folded;
  readonly shown: Shown;
  readonly counter: Counter;
  readonly point: (witness: Witness) => Because | undefined;
  /** Verdicts by kind of person. */
  readonly settled: Map<string, Outcome<Id>>;
};

export function openTargetShare<Id extends string>(
  table: CauseTable<Id>,
  context: Context,
  point: TargetShare<Id>["point"],
): TargetShare<Id> {
  const folded = foldServerFacts(context);
  return { table, folded, point, shown: shownBy(context), counter: makeCounter(table, folded), settled: new Map() };
}

export function judgePerson<Id extends string>(shares: readonly TargetShare<Id>[], person: Person): Verdict<Id> {
  const outcomes: Record<string, Outcome<Id>> = {};
  for (const share of shares) {
    const outcome = judgeTowards(share, person);
    share.counter.count(person, outcome);
    outcomes[share.folded.context.target.key] = outcome;
  }
  return { acct: person.acct, server: person.server, outcomes };
}

function judgeTowards<Id extends string>(share: TargetShare<Id>, person: Person): Outcome<Id> {
  const kind = kindOf(share.folded, person);
  const settled = kind === null ? undefined : share.settled.get(kind);
  if (settled) return settled;
  const outcome = judgeAlone(share, person);
  if (kind !== null) share.settled.set(kind, outcome);
  return outcome;
}

function judgeAlone<Id extends string>(share: TargetShare<Id>, person: Person): Outcome<Id> {
  const { context } = share.folded;
  const readings = foldPerson(share.folded, person);
  const reached = reachOf(readings, share.shown);
  if (context.check.mode === "moved" && didNotHappen(context.move)) return withoutMove(readings, reached);
  return outcomeOf(share, readings, reached, diagnose(share.table, readings));
}

const didNotHappen = ({ state }: MoveVerdict): boolean => state === "not-started" || state === "elsewhere";

const positionOf = ({ position }: ReadingSet): Outcome["position"] => (position.known ? position.value : "unread");

/** Nobody can be missing from a move that was not made. */
const withoutMove = <Id extends string>(readings: ReadingSet, { reach, certainty }: Reached): Outcome<Id> => ({
  ...{ position: positionOf(readings), group: null, cause: null, certainty: null },
  ...{ reach, reachCertainty: certainty, also: [], undecided: [], because: [] },
});

function outcomeOf<Id extends string>(
  { table, folded, point }: TargetShare<Id>,
  readings: ReadingSet,
  { reach, certainty: reachCertainty }: Reached,
  { because, ...diagnosis }: Diagnosis<Id>,
): Outcome<Id> {
  const newAddress = readings.home.known ? newHandleOf(readings.home.value) : undefined;
  const shows = newAddress !== undefined && table.find(({ id }) => id === diagnosis.cause)?.showsNewAddress;
  return {
    position: positionOf(readings),
    ...diagnosis,
    ...{ reach, reachCertainty },
    because: placesOf(because, point),
    ...(isProvisional(folded.context.target, readings) ? { provisional: true } : {}),
    ...noteOf(readings),
    ...howOf(readings),
    ...(newAddress && shows ? { newAddress } : {}),
  };
}

/** A bare address is nobody one could mention; it stands in the evidence. */
function newHandleOf({ hereAs, movedTo }: Readings["home"]): string | undefined {
  const address = hereAs ?? movedTo;
  return address && !isAddress(address) ? address : undefined;
}

function placesOf(because: readonly Witness[], point: TargetShare<string>["point"]): readonly Because[] {
  const places = because.map(point).filter((place) => place !== undefined);
  return [...new Set(places)];
}

/** Not met so far in a list of which pages are missing. */
const isProvisional = ({ list }: Side, { position, arrived, setting }: ReadingSet): boolean => {
  const isHere = position.known && position.value === "here";
  return setting.value.mode === "moved" && arrived.known && !isHere && list.known && list.complete !== true;
};

/** NEW lists him and his own server does not: it still says "requested", and he gets no posts. */
function noteOf({ arrived, viewOld, viewTarget }: ReadingSet): Pick<Outcome, "note"> {
  if (!viewTarget.known || viewTarget.value) return {};
  if (arrived.known && arrived.value) return { note: "half-followed" };
  return viewOld.known && !viewOld.value ? { note: "follows-neither" } : {};
}

function howOf({ home }: ReadingSet): Pick<Outcome, "how"> {
  const how = home.known ? home.value.how : undefined;
  return how ? { how } : {};
}
