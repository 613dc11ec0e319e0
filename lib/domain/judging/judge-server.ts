import type { CauseTable } from "../diagnosis/diagnose.ts";
import { reachOf } from "../diagnosis/reach.ts";
import type { MoveVerdict, NamedFact, ServerVerdict, Verdict } from "../diagnosis/verdict.ts";
import type { CheckFacts, Person, ServerFacts } from "../evidence/evidence.ts";
import { indexer, namedFacts } from "../evidence/named-facts.ts";
import { type Context, contextOf, withSides } from "../readings/context.ts";
import { headCountOf, isKnown } from "../readings/head-count.ts";
import type { ReadingSet } from "../readings/reading.ts";
import { judgePerson, openTargetShare, type TargetShare } from "./judge-person.ts";
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
  const shares: TargetShare<Id>[] = [];
  for (const target of check.targets) {
    const headCount = headCountOf(server, people, target);
    yield;
    shares.push(openTargetShare(table, contextOf(check, move, server, target, headCount), point));
    yield;
  }
  const followers: Verdict<Id>[] = [];
  for (const person of people) {
    if (!isKnown(person)) continue;
    if (followers.length > 0 && followers.length % SLICE === 0) yield;
    followers.push(judgePerson(shares, person));
  }
  return { ...summary(server, followers.length, facts, shares), followers };
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
  shares: readonly TargetShare<Id>[],
): Omit<ServerVerdict<Id>, "followers"> {
  const towards = shares.map(({ folded, shown, counter }) => {
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
