import type { AskedAbout } from "#lib/domain/evidence/answers.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { PlannedQuestion } from "#lib/fediverse/order/order.ts";

/** What became of people stands beside the server's facts. */
type OfServer = Exclude<PlannedQuestion, { readonly ask: "home" | "accounts" }>;

/** Puts an answer where the question's fact stands. A list answers about everybody at once. */
export function withAnswer(facts: ServerFacts, question: OfServer, fact: Fact<never>): ServerFacts {
  if (question.ask === "list") return withLists(facts, () => fact);
  if (question.ask === "allow") return withAllows(facts, () => fact);
  if (question.ask === "control" || question.ask === "instance") return { ...facts, [question.ask]: fact };
  return withSide(facts, question.about, { [question.ask === "stance" ? "list" : question.ask]: fact });
}

export function withSide(facts: ServerFacts, about: "old" | string, answer: Partial<AskedAbout>): ServerFacts {
  if (about === "old") return { ...facts, onOld: { ...facts.onOld, ...answer } };
  return { ...facts, onTarget: { ...facts.onTarget, [about]: { ...facts.onTarget[about], ...answer } } };
}

/** As `withLists`. */
export function withAllows(
  facts: ServerFacts,
  allow: (about: "old" | string) => NonNullable<AskedAbout["allow"]>,
  targets: readonly string[] = Object.keys(facts.onTarget),
): ServerFacts {
  return targets.reduce(
    (all, key) => withSide(all, key, { allow: allow(key) }),
    withSide(facts, "old", { allow: allow("old") }),
  );
}

/** `list` says what the server's list holds about a side; every side asked about gets its own. */
export function withLists(
  facts: ServerFacts,
  list: (about: "old" | string) => NonNullable<AskedAbout["list"]>,
  targets: readonly string[] = Object.keys(facts.onTarget),
): ServerFacts {
  return targets.reduce(
    (all, key) => withSide(all, key, { list: list(key) }),
    withSide(facts, "old", { list: list("old") }),
  );
}
