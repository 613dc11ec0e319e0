import type { CauseTable } from "../diagnosis/diagnose.ts";
import type { MoveVerdict, NamedFact, ServerVerdict, Verdict } from "../diagnosis/verdict.ts";
import type { CheckFacts, ServerFacts } from "../evidence/evidence.ts";
import { indexer, namedFacts } from "../evidence/named-facts.ts";
import type { Person } from "../evidence/person.ts";
import { isMover } from "../move/mover.ts";
import { contextOf, withSides } from "../readings/context.ts";
import { headCountOf, isKnown } from "../readings/head-count.ts";
import { followedFrom } from "./followed.ts";
import { judgePerson, openTargetShare, type TargetShare } from "./judge-person.ts";
import { isOnePerson } from "./one-person.ts";
import { serverReach } from "./server-reach.ts";

/** So many people are judged in a few milliseconds: between two slices others get their turn. */
const SLICE = 500;

/** Judges one server, yielding after every slice of its people. */
export function* judgeInSlices<Id extends string>(
  table: CauseTable<Id>,
  check: CheckFacts,
  move: MoveVerdict,
  asked: ServerFacts,
  everybody: readonly Person[],
): Generator<undefined, ServerVerdict<Id>> {
  const server = withSides(check, asked);
  const isOurs = moverOn(check, server);
  const people = isOurs ? everybody.filter((person) => !isOurs(person)) : everybody;
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
  return { ...summary(server, people, facts, shares), ...followedOf(check, shares), followers };
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
  people: readonly Person[],
  facts: readonly NamedFact[],
  shares: readonly TargetShare<Id>[],
): Omit<ServerVerdict<Id>, "followers"> {
  const towards = shares.map(
    ({ folded, counter }) => [folded.context.target.key, counter.total(serverReach(folded))] as const,
  );
  return {
    host: server.host,
    known: people.filter(isKnown).length,
    onePerson: isOnePerson(server, people),
    facts,
    towards: Object.fromEntries(towards),
  };
}

/** Before a move the same walls tell of the other direction: whom one could follow from there. */
function followedOf({ mode }: CheckFacts, shares: readonly TargetShare<string>[]): Pick<ServerVerdict, "followed"> {
  if (mode !== "planned") return {};
  return {
    followed: Object.fromEntries(shares.map(({ folded }) => [folded.context.target.key, followedFrom(folded)])),
  };
}

/** The mover's own accounts are on the mover's own servers: elsewhere nobody is compared with them. */
function moverOn(check: CheckFacts, { host }: ServerFacts): ((person: Person) => boolean) | undefined {
  const ours = [check.old, ...check.targets].some((side) => host === side.host || host === side.webHost);
  return ours ? (person) => isMover(person, check) : undefined;
}
