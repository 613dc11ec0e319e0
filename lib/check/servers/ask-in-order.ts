import type { Person, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { gap, type Missing } from "#lib/domain/evidence/fact.ts";
import { nextQuestion, type PlannedQuestion, planFor, type Turn } from "#lib/fediverse/order/order.ts";
import type { PlanContext } from "#lib/fediverse/order/order-conditions.ts";
import { answer } from "./answer.ts";
import { withAnswer } from "./answer-place.ts";
import type { Asking, Visit } from "./probe-server.ts";
import { isSettled, missingAmong } from "./settled.ts";
import { aloneAmong, withHome } from "./single-accounts.ts";

/** The questions of a server's plan, one after the other, each with what is known by then. */
export async function askInOrder(
  asking: () => Promise<Asking>,
  first: ServerFacts,
  { lists, listsRead }: Pick<Visit, "lists" | "listsRead">,
  requests: () => number,
): Promise<ServerFacts> {
  let facts = first;
  for (;;) {
    const now = await asking();
    const context = { ...contextOf(now, facts), lists: lists(), requests: requests() };
    const turn = nextQuestion(planFor(now.adapter.id), facts, context);
    if (turn.next === "stop" || now.over.aborted) return facts;
    if (turn.next === "wait") await listsRead();
    else facts = turn.next === "ask" ? await askTogether(now, facts, turn.turns) : leaveOut(now, facts, turn.question);
  }
}

function contextOf({ check, people, singles }: Asking, facts: ServerFacts): Omit<PlanContext, "requests"> {
  const alone = aloneAmong(people);
  const single = alone && singles.get(alone.acct);
  const found = people.map((person) => withHome(person, singles));
  return {
    targets: check.targets.map(({ key }) => key),
    withAccount: check.targets.flatMap(({ key, acct }) => (acct === undefined ? [] : [key])),
    here: Object.fromEntries(check.targets.map(({ key }) => [key, hereIn(people, key)])),
    nobodyMissing: missingAmong(people).length === 0,
    inNeither: missingAmong(people).some(({ old }) => !old),
    ...{ settled: isSettled(check, facts, found), alone: alone !== undefined },
    ...(single ? { single } : {}),
  };
}

async function askTogether(asking: Asking, facts: ServerFacts, turns: readonly Turn[]): Promise<ServerFacts> {
  const puts = await Promise.all(turns.map((turn) => answer(asking, facts, turn)));
  return puts.reduce((all, put) => put(all), facts);
}

/** A gap stands where the answer would: else it would be its turn for ever. */
function leaveOut({ people, singles }: Asking, facts: ServerFacts, question: PlannedQuestion): ServerFacts {
  if (question.ask !== "home") return withAnswer(facts, question, OVER_BUDGET);
  const alone = aloneAmong(people);
  if (alone) singles.set(alone.acct, OVER_BUDGET);
  return facts;
}

const OVER_BUDGET: Missing = gap("over-budget");
const hereIn = (people: readonly Person[], key: string): number =>
  people.filter((person) => person.in.includes(key)).length;
