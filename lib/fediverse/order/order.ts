import type { AskedAbout } from "#lib/domain/evidence/answers.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { TargetKey } from "#lib/domain/names/spellings.ts";
import type { AdapterId } from "#lib/software/define.ts";
import { CONDITIONS, type Condition, type PlanContext } from "./order-conditions.ts";
import { PLANS, type PlannedAsk, type PlannedStep } from "./order-plans.ts";

/** One question to a follower's server, about itself or about one of the mover's: the old side, or one that stands for "new". */
export type PlannedQuestion = AboutServer | AboutSide;
type AboutServer =
  | { readonly ask: "list" }
  | { readonly ask: "allow" }
  | { readonly ask: "control" }
  | { readonly ask: "instance" }
  | { readonly ask: "home" }
  | { readonly ask: "accounts" };
export type AboutSide = { readonly ask: "stance" | "sight" | "view" | "peer"; readonly about: "old" | TargetKey };

/** `left`: as many requests may be spent on it at most. */
export type Turn = { readonly question: PlannedQuestion; readonly left: number };

/** `turns` are asked side by side. */
export type NextQuestion =
  | { readonly next: "ask"; readonly turns: readonly Turn[] }
  /** Its turn has come and the budget is spent: the fact is a gap. */
  | { readonly next: "over-budget"; readonly question: PlannedQuestion }
  /** Only when the lists are read it is known whether this is worth a request. */
  | { readonly next: "wait" }
  | { readonly next: "stop" };

/** Robots and both NodeInfo requests among them. */
export const MOST_REQUESTS = 10;
/** The mover's own two servers may be asked more: their people are many, and it is their move. */
export const MOST_OF_MOVERS = 60;
/** Of one account: a look-up, and most often nothing more; who is not found is asked for by WebFinger and by his actor too. */
export const HOME_COST = 2;
const COSTS: Readonly<Record<PlannedAsk, number>> = {
  list: 1,
  allow: 1,
  stance: 1,
  sight: 1,
  view: 1,
  // A search, and the list where there is no search.
  peer: 2,
  control: 1,
  instance: 1,
  home: HOME_COST,
  accounts: HOME_COST,
};
const STOP: NextQuestion = { next: "stop" };

export const planFor = (adapter: AdapterId): readonly PlannedStep[] => PLANS[adapter];

/** The first question whose turn it is and that is not answered yet. Pure: the same facts, the same question. */
export function nextQuestion(plan: readonly PlannedStep[], facts: ServerFacts, context: PlanContext): NextQuestion {
  if (context.settled || nobodyIsMissing(context) || passesMovesBy(facts) || isLost(facts)) return STOP;
  // All who were missing there have turned up, and others may still be met: no answer would be about anybody.
  if (context.nobodyMissing && context.lists === "going-on") return { next: "wait" };
  const question = firstOf(plan.map((step) => openIn(step, step.when, facts, context)));
  if (!question) return STOP;
  const isOfAccounts = question.ask === "home" || question.ask === "accounts";
  if (isOfAccounts && context.lists === "going-on") return { next: "wait" };
  const left = mostOf(context) - context.requests;
  if (costOf(question, plan, facts) > left) return { next: "over-budget", question };
  return { next: "ask", turns: shared(left, [question, ...besideOf(question, plan, facts, context)]) };
}

/** What can go along without waiting for the answer, as far as the budget lasts. */
function besideOf(
  question: PlannedQuestion,
  plan: readonly PlannedStep[],
  facts: ServerFacts,
  context: PlanContext,
): readonly PlannedQuestion[] {
  const along = firstOf(plan.map((step) => (step.beside ? openIn(step, step.beside, facts, context, question) : [])));
  if (!along) return [];
  return costOf(question, plan, facts) + costOf(along, plan, facts) + context.requests <= mostOf(context)
    ? [along]
    : [];
}

/** Where lists go by the key of an account, and it was not looked up there before, its key has to be asked for first. */
function costOf(question: PlannedQuestion, plan: readonly PlannedStep[], { onOld, onTarget }: ServerFacts): number {
  const byKey = question.ask === "view" && plan.some(({ ask }) => ask === "sight");
  const needsKey = byKey && !(question.about === "old" ? onOld : onTarget[question.about])?.sight;
  return COSTS[question.ask] + (needsKey ? 1 : 0);
}

const mostOf = ({ most = MOST_REQUESTS }: PlanContext): number => most;

/** Each may use as much as the others; what cannot be divided goes to the last. */
function shared(left: number, questions: readonly PlannedQuestion[]): readonly Turn[] {
  const each = Math.floor(left / questions.length);
  return questions.map((question, at) => ({
    question,
    left: at === questions.length - 1 ? left - each * at : each,
  }));
}

function openIn(
  step: PlannedStep,
  when: readonly Condition[],
  facts: ServerFacts,
  context: PlanContext,
  besides?: PlannedQuestion,
): readonly PlannedQuestion[] {
  return questionsOf(step, context).filter(
    (each) =>
      !answerTo(each, facts, context) &&
      !(besides && sameQuestion(each, besides)) &&
      when.every((condition) => holds(condition, each, facts, context)),
  );
}

const firstOf = (found: readonly (readonly PlannedQuestion[])[]): PlannedQuestion | undefined => found.flat()[0];
const placeOf = (question: PlannedQuestion): string => ("about" in question ? question.about : "");
const sameQuestion = (one: PlannedQuestion, other: PlannedQuestion): boolean =>
  one.ask === other.ask && placeOf(one) === placeOf(other);

/** Those who were have all turned up, and there is nobody still to be met. */
const nobodyIsMissing = ({ nobodyMissing, lists }: PlanContext): boolean => nobodyMissing === true && lists === "ended";

/** Nothing that is blocked or open there changes what its people have to do: follow by hand. */
function passesMovesBy({ ability }: ServerFacts): boolean {
  return ability?.known === true && (ability.value.onMove === "ignores" || ability.value.onMove === "notifies");
}

/** It stopped answering. */
function isLost({ nodeinfo, control, instance, onOld, onTarget }: ServerFacts): boolean {
  const answers = [nodeinfo, control, instance, ...[onOld, ...Object.values(onTarget)].flatMap(factsIn)];
  return answers.some((fact) => fact?.known === false && fact.gap === "unreachable");
}

const factsIn = ({ list, sight, view, peer }: AskedAbout): readonly (Fact<unknown> | undefined)[] => [
  list,
  sight,
  view,
  peer,
];

function questionsOf({ ask, about }: PlannedStep, { targets, withAccount }: PlanContext): readonly PlannedQuestion[] {
  if (ask === "list" || ask === "allow" || ask === "control" || ask === "instance") return [{ ask }];
  if (ask === "home" || ask === "accounts") return [{ ask }];
  if (about === "old") return [{ ask, about }];
  const asked = ask === "sight" || ask === "view" ? targets.filter((key) => withAccount.includes(key)) : targets;
  return asked.map((key) => ({ ask, about: key }));
}

/** The fact that stands where the question's answer goes; what is found out about people stands with them. */
export function answerTo(
  question: PlannedQuestion,
  facts: ServerFacts,
  { single, accounts }: Pick<PlanContext, "single" | "accounts"> = {},
): Fact<unknown> | undefined {
  if (question.ask === "home") return single;
  if (question.ask === "accounts") return accounts;
  if (question.ask === "control" || question.ask === "instance") return facts[question.ask];
  if (question.ask === "list" || question.ask === "allow") return facts.onOld[question.ask];
  const side = question.about === "old" ? facts.onOld : facts.onTarget[question.about];
  return side?.[question.ask === "stance" ? "list" : question.ask];
}

function holds(condition: Condition, question: PlannedQuestion, facts: ServerFacts, context: PlanContext): boolean {
  const about = "about" in question ? question.about : "old";
  return CONDITIONS[condition]({ facts, keys: about === "old" ? context.targets : [about], context });
}
