import type { CauseTable } from "../diagnosis/diagnose.ts";
import { reachOf } from "../diagnosis/reach.ts";
import type { MoveVerdict, NamedFact, ServerVerdict, Verdict } from "../diagnosis/verdict.ts";
import type { CheckFacts, Person, ServerFacts } from "../evidence/evidence.ts";
import { indexer, namedFacts } from "../evidence/named-facts.ts";
import { type Context, contextOf, withSides } from "../readings/context.ts";
import { crowdOf, isKnown } from "../readings/head-count.ts";
import type { ReadingSet } from "../readings/reading.ts";
import { judgePerson, type Lane, openLane } from "./judge-person.ts";
import { isOnePerson } from "./one-person.ts";

/** So many people are judged in a few milliseconds: between two slices others get their turn. */
const SLICE = 500;

/** Judges one server, yielding after every slice of its people. */
export function* judgeInSlices<Id extends string>(
  table: CauseTable<Id>,
  check: CheckFacts,
  move: MoveVerdict,
  asked: ServerFacts,
  people: readonly Person[],
): Generator<undefined, ServerVerdict<Id>> {
  const server = withSides(check, asked);
  const facts = namedFacts(server);
  const point = indexer(facts);
  const lanes: Lane<Id>[] = [];
  for (const target of check.targets) {
    const crowd = crowdOf(server, people, target);
    yield;
    lanes.push(openLane(table, contextOf(check, move, server, target, crowd), point));
    yield;
  }
  const followers: Verdict<Id>[] = [];
  for (const person of people) {
    if (!isKnown(person)) continue;
    if (followers.length > 0 && followers.length % SLICE === 0) yield;
    followers.push(judgePerson(lanes, person));
  }
  return { ...summary(server, followers.length, facts, lanes), followers };
}

/** The same at once. */
export function judgeServer<Id extends string>(
  table: CauseTable<Id>,
  check: CheckFacts,
  move: MoveVerdict,
  server: ServerFacts,
  people: readonly Person[],
): ServerVerdict<Id> {
  const steps = judgeInSlices(table, check, move, server, people);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

function summary<Id extends string>(
  server: ServerFacts,
  known: number,
  facts: readonly NamedFact[],
  lanes: readonly Lane<Id>[],
): Omit<ServerVerdict<Id>, "followers"> {
  const towards = lanes.map(({ folded, shown, counter }) => {
    const reached = reachOf({ ...folded.shared, home: NOBODY, setting: nobodyOf(folded.context) }, shown);
    return [folded.context.target.key, counter.total(reached)] as const;
  });
  return {
    host: server.host,
    known,
    onePerson: isOnePerson(server, known),
    facts,
    towards: Object.fromEntries(towards),
  };
}

const NOBODY: ReadingSet["home"] = { known: false, gaps: ["not-asked"] };

const nobodyOf = ({ check, isOld, isTarget }: Context): ReadingSet["setting"] => ({
  ...{ known: true, certainty: "proven", because: [] },
  value: { mode: check.mode, onOld: isOld, onTarget: isTarget, inOldList: false, before: null },
});
