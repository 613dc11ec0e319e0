import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known, type Missing } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import {
  type NextQuestion,
  nextQuestion,
  type PlannedQuestion,
  planFor,
  type Turn,
} from "#lib/fediverse/order/order.ts";
import type { PlanContext } from "#lib/fediverse/order/order-conditions.ts";
import { defined } from "#lib/flow/defined.ts";
import { isListKept } from "../kept-answers.ts";
import { keptForAddresses } from "../naming.ts";
import { answer, MOST_IN_VIEW } from "./answer.ts";
import { withAnswer } from "./answer-place.ts";
import { aloneAmong, openAccounts, withHome } from "./open-accounts.ts";
import { isSettled, missingAmong } from "./settled.ts";
import { askSingleAccounts } from "./single-accounts.ts";
import type { Asking, Visit } from "./visit.ts";

/** The questions of a server's plan, one after the other, each with what is known by then. */
export async function askInOrder(
  asking: () => Promise<Asking>,
  first: ServerFacts,
  { lists, listsRead, nameless }: Pick<Visit, "lists" | "listsRead" | "nameless">,
  requests: () => number,
): Promise<ServerFacts> {
  let facts = first;
  let accounts: Fact<boolean> | undefined;
  const keep = async (): Promise<number> => keptForAddresses((await asking()).server, nameless);
  let kept = await keep();
  for (;;) {
    const now = await asking();
    const context = { ...contextOf(now, facts), ...defined({ accounts }), lists: lists(), requests: requests() + kept };
    const turn = nextQuestion(planFor(now.adapter.id), facts, context);
    if (turn.next === "stop" || now.over.aborted) return facts;
    if (turn.next === "wait") {
      await listsRead();
      kept = await keep();
    } else if (isAboutAccounts(turn))
      accounts = await lookAtAccounts(now, facts, () => requests() + kept + KEPT_BACK, turn.next);
    else facts = turn.next === "ask" ? await askTogether(now, facts, turn.turns) : leaveOut(now, facts, turn.question);
  }
}

type Next = Exclude<NextQuestion, { readonly next: "stop" | "wait" }>;

const isAboutAccounts = (turn: Next): boolean =>
  (turn.next === "ask" ? turn.turns[0]?.question : turn.question)?.ask === "accounts";

/** So many are looked up one by one before another question would tell of them more cheaply. */
const FEW_LOOK_UPS = 2;

/** Who is not in a list says something only where that list is read whole. */
const isMany = (people: readonly Person[]): boolean =>
  missingAmong(people).filter(({ old }) => old).length > FEW_LOOK_UPS &&
  people.filter((person) => person.in.length > 0).length <= MOST_IN_VIEW;

/** Something is left for the question that comes after: whether its server blocks the new one. */
const KEPT_BACK = 1;

async function lookAtAccounts(
  asking: Asking,
  facts: ServerFacts,
  spent: () => number,
  next: Next["next"],
): Promise<Fact<boolean>> {
  if (next === "over-budget") return OVER_BUDGET;
  await askSingleAccounts(asking, facts, spent);
  return known(true, { kind: "network", at: asking.deps.now().toISOString() });
}

function contextOf(asking: Asking, facts: ServerFacts): Omit<PlanContext, "requests"> {
  const { check, people, singles } = asking;
  const alone = aloneAmong(people);
  const single = alone && singles.get(alone.acct);
  const found = people.map((person) => withHome(person, singles));
  return {
    targets: check.targets.map(({ key }) => key),
    withAccount: check.targets.flatMap(({ key, acct }) => (acct === undefined ? [] : [key])),
    here: Object.fromEntries(check.targets.map(({ key }) => [key, hereIn(people, key)])),
    nobodyMissing: missingAmong(people).length === 0,
    inNeither: missingAmong(people).some(({ old }) => !old),
    inOld: missingAmong(people).some(({ old }) => old !== undefined),
    manyInOld: isMany(people),
    openAccounts: () => openAccounts(asking, facts).length > 0,
    newListRead: check.targets.every(({ list }) => list.known && list.complete === true),
    most: asking.most,
    slow: asking.isSlow === true,
    ...{ settled: isSettled(check, facts, found), alone: alone !== undefined },
    ...defined({ single }),
  };
}

async function askTogether(asking: Asking, facts: ServerFacts, turns: readonly Turn[]): Promise<ServerFacts> {
  const puts = await Promise.all((await apart(asking, turns)).map((turn) => answer(asking, facts, turn)));
  return puts.reduce((all, put) => put(all), facts);
}

/** What is remembered is told at once: of a slow server, what would go along with it goes with the question after it. */
async function apart({ deps, server, isSlow }: Asking, turns: readonly Turn[]): Promise<readonly Turn[]> {
  const list = isSlow && turns.length > 1 ? turns.find(({ question }) => question.ask === "list") : undefined;
  return list && (await isListKept(deps, server)) ? [list] : turns;
}

/** A gap stands where the answer would: else it would be its turn for ever. */
function leaveOut({ people, singles }: Asking, facts: ServerFacts, question: PlannedQuestion): ServerFacts {
  if (question.ask === "accounts") return facts;
  if (question.ask !== "home") return withAnswer(facts, question, OVER_BUDGET);
  const alone = aloneAmong(people);
  if (alone) singles.set(alone.acct, OVER_BUDGET);
  return facts;
}

const OVER_BUDGET: Missing = gap("over-budget");
const hereIn = (people: readonly Person[], key: string): number =>
  people.filter((person) => person.in.includes(key)).length;
