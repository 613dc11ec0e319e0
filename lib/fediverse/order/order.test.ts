import { describe, expect, it } from "vitest";
import type { AskedAbout, ServerFacts, Sight, View } from "#lib/domain/evidence/evidence.ts";
import { type Fact, type Gap, gap, known } from "#lib/domain/evidence/fact.ts";
import type { Stance } from "#lib/domain/evidence/stance.ts";
import type { AdapterId } from "#lib/software/define.ts";
import { AT } from "#testing/fake-gate.ts";
import { ADAPTERS } from "../software/index.ts";
import { answerTo, type NextQuestion, nextQuestion, type PlannedQuestion, planFor } from "./order.ts";
import type { PlanContext } from "./order-conditions.ts";
import { PLANS } from "./order-plans.ts";

const source = { kind: "network", at: AT } as const;
const NEW = "new.example";
const sight = (over: Partial<Sight> = {}): Fact<Sight> => known({ seen: "known", ...over }, source);
const view = (...accts: string[]): Fact<View> => ({ ...known({ accts }, source), complete: true });
const stance = (over: Partial<Stance> = {}): Fact<Stance> =>
  known({ inbound: "open", outbound: "open", basis: "list", ...over }, source);
const OPEN = stance();
const SHUT = stance({ inbound: "blocked", outbound: "blocked" });
const MOVED = sight({ moved: "ada@new.example" });
const ABSENT = sight({ seen: "absent" });
const HIDDEN = gap("hidden-by-server");
const STILL = view("bo@far.example");
const VIEWS = ["sight old", "view old", "sight new", "view new"];

type Told = Readonly<Record<string, Fact<unknown>>>;
const nameOf = (question: PlannedQuestion) =>
  "about" in question ? `${question.ask} ${question.about === "old" ? "old" : "new"}` : question.ask;

const LAST = { stop: [], wait: ["(wait)"] };

type AskStep = Extract<NextQuestion, { readonly next: "ask" | "over-budget" }>;
const questionsOf = (step: AskStep): readonly PlannedQuestion[] =>
  step.next === "ask" ? step.turns.map(({ question }) => question) : [step.question];
const answerIn = ({ next }: AskStep, told: Told, name = ""): Fact<unknown> =>
  next === "ask" ? (told[name] ?? HIDDEN) : gap("over-budget");

/** Plays a server that answers as told; whatever is not told is a gap. */
function play(adapter: AdapterId, told: Told, over: Partial<PlanContext> = {}, start: Partial<ServerFacts> = {}) {
  let facts: ServerFacts = { host: "far.example", onOld: {}, onTarget: {}, byOld: {}, byTarget: {}, ...start };
  const asked: string[] = [];
  const base: PlanContext = { targets: [NEW], withAccount: [NEW], here: { [NEW]: 0 }, requests: 3, ...over };
  let requests = base.requests;
  const looked: { accounts?: Fact<boolean> } = {};
  for (let turn = 0; turn < 30; turn++) {
    const step = nextQuestion(planFor(adapter), facts, { ...base, ...looked, requests });
    if (step.next === "stop" || step.next === "wait") return [...asked, ...LAST[step.next]];
    const questions = questionsOf(step);
    const names = questions.map(nameOf);
    asked.push(step.next === "ask" ? names.join(" + ") : `(${names[0]})`);
    requests += questions.length;
    for (const [at, question] of questions.entries()) {
      const answer = answerIn(step, told, names[at]);
      facts = put(question, answer, facts);
      if (question.ask === "accounts") looked.accounts = answer as Fact<boolean>;
      expect(answerTo(question, facts, looked)).toBe(answer);
    }
  }
  throw new Error("an order without an end");
}

function put(question: PlannedQuestion, fact: Fact<unknown>, facts: ServerFacts): ServerFacts {
  const target = facts.onTarget[NEW] ?? {};
  const all = (of: AskedAbout, field: string): AskedAbout => ({ ...of, [field]: fact });
  if (question.ask === "home" || question.ask === "accounts") return facts;
  if (question.ask === "allow") return { ...facts, onOld: all(facts.onOld, "allow") };
  if (question.ask === "control" || question.ask === "instance") return { ...facts, [question.ask]: fact };
  if (question.ask === "list") {
    return { ...facts, onOld: all(facts.onOld, "list"), onTarget: { [NEW]: all(target, "list") } };
  }
  const field = question.ask === "stance" ? "list" : question.ask;
  if (question.about === "old") return { ...facts, onOld: all(facts.onOld, field) };
  return {
    ...facts,
    onTarget: { ...facts.onTarget, [question.about]: all(facts.onTarget[question.about] ?? {}, field) },
  };
}

describe("Mastodon", () => {
  it("is asked for both accounts at once where it is slow and nobody of it is here", () => {
    const told = { "sight old": MOVED, "sight new": ABSENT, list: OPEN, "view old": STILL };
    expect(play("mastodon", told, { slow: true })[0]).toBe("sight old + sight new");
    expect(play("mastodon", told, { slow: true, here: { [NEW]: 1 } })[0]).toBe("sight old");
    expect(play("mastodon", told)[0]).toBe("sight old");
  });

  it.each<[string, Told, string[]]>([
    [
      "the account suspended alone, NEW shown: following works there",
      { "sight old": sight({ suspended: true }), "sight new": sight() },
      ["sight old", "sight new"],
    ],
    [
      "the account suspended alone, NEW not shown",
      { "sight old": sight({ suspended: true }), "sight new": ABSENT },
      ["sight old", "sight new", "list", "peer new"],
    ],
    ["moved, and nobody left there", { "sight old": MOVED, "view old": view() }, ["sight old", "view old", "view new"]],
    [
      "moved, somebody left, NEW shown",
      { "sight old": MOVED, "view old": STILL, "sight new": sight() },
      ["sight old", "view old", "sight new", "view new"],
    ],
    [
      "moved, somebody left, NEW not shown, list open",
      { "sight old": MOVED, "view old": STILL, "sight new": ABSENT, list: OPEN },
      ["sight old", "view old", "sight new", "list", "view new"],
    ],
    [
      "moved, somebody left, NEW not shown, list hidden",
      { "sight old": MOVED, "view old": STILL, "sight new": ABSENT },
      ["sight old", "view old", "sight new", "list", "peer new", "view new"],
    ],
    [
      "moved, and who is left is hidden",
      { "sight old": MOVED, "sight new": sight() },
      ["sight old", "view old", "sight new", "view new"],
    ],
    [
      "not moved, NEW shown",
      { "sight old": sight({ moved: null }), "sight new": sight(), "view old": STILL },
      ["sight old", "sight new + view old"],
    ],
    [
      "not moved, NEW not shown, list open",
      { "sight old": sight({ moved: null }), "sight new": ABSENT, list: OPEN, "view old": STILL },
      ["sight old", "sight new + view old", "list"],
    ],
    [
      "not moved, NEW not shown, list hidden",
      { "sight old": sight({ moved: null }), "sight new": ABSENT, "view old": STILL },
      ["sight old", "sight new + view old", "list", "peer new"],
    ],
    [
      "absent, NEW shown",
      { "sight old": ABSENT, control: known(true, source), "sight new": sight() },
      ["sight old", "control + list", "sight new"],
    ],
    [
      "absent, and NEW not shown",
      { "sight old": ABSENT, control: known(true, source), "sight new": ABSENT },
      ["sight old", "control + list", "sight new", "peer new"],
    ],
    [
      "closed to strangers",
      { "sight old": gap("needs-login"), instance: known({ limitedFederation: true }, source) },
      ["sight old", "instance", "list", "peer new"],
    ],
    ["closed but for its list", { "sight old": gap("needs-login"), list: OPEN }, ["sight old", "instance", "list"]],
    ["stopped answering", { "sight old": gap("unreachable") }, ["sight old"]],
    ["stopped answering later", { "sight old": MOVED, "view old": gap("unreachable") }, ["sight old", "view old"]],
  ])("%s", (_, told, expected) => {
    expect(play("mastodon", told)).toEqual(expected);
  });

  it("moved, and some may be gone: they are looked for at home before NEW is asked about", () => {
    const left = { here: { [NEW]: 3 }, openAccounts: () => true, inNeither: true };
    const told = { "sight old": MOVED, "view old": STILL, accounts: known(true, source) };
    expect(play("mastodon", told, left)).toEqual(["sight old", "view old", "accounts", "view new"]);
    const seen = { ...left, openAccounts: () => false };
    expect(play("mastodon", told, seen)).toEqual(["sight old", "view old", "view new", "list"]);
  });

  it("moved, and many of the old list are missing: NEW's followers there tell of all, before single ones are looked up", () => {
    const left = { here: { [NEW]: 9 }, openAccounts: () => true, manyInOld: true };
    const told = { "sight old": MOVED, "view old": STILL, accounts: known(true, source) };
    expect(play("mastodon", told, left)).toEqual(["sight old", "view old", "view new", "accounts"]);
    expect(play("mastodon", told, { ...left, manyInOld: false })).toEqual([
      "sight old",
      "view old",
      "accounts",
      "view new",
    ]);
  });

  it("moved, and all who are missing are in neither list: whom it lists itself says nothing more than a whole new list, and whom it blocks may be new since somebody came", () => {
    const neither = { here: { [NEW]: 3 }, inNeither: true, inOld: false };
    expect(play("mastodon", { "sight old": MOVED }, { ...neither, newListRead: true })).toEqual(["sight old", "list"]);
    expect(play("mastodon", { "sight old": MOVED }, neither)).toEqual(["sight old", "view new", "list"]);
  });

  it("moved, and somebody of it is here: the way is open, and the view of NEW says who else came", () => {
    expect(play("mastodon", { "sight old": MOVED, "view old": STILL }, { here: { [NEW]: 3 } })).toEqual([
      "sight old",
      "view old",
      "view new",
    ]);
  });

  it("moved, nobody left, and somebody in neither list: he may have been shut out since", () => {
    const told = { "sight old": MOVED, "view old": view() };
    const asked = ["sight old", "view old", "sight new", "list", "view new"];
    expect(play("mastodon", { ...told, "sight new": sight() }, { inNeither: true })).toEqual(asked);
  });

  describe("where one alone is missing who has heard of the move", () => {
    const told = { "sight old": MOVED, "view old": STILL, "sight new": sight() };
    const [alive, nobody] = [known({ state: "alive" as const }, source), { nobodyMissing: true }];
    it.each<[string, Partial<PlanContext>, string[]]>([
      ["waits for the lists: he may turn up, or more may", { alone: true, lists: "going-on" }, ["sight old", "(wait)"]],
      ["goes on to the views once he is found alive", { alone: true, lists: "ended", single: alive }, VIEWS],
      ["asks for no single one where the lists go on another time", { alone: true, lists: "paused" }, VIEWS],
      ["asks for the views where more are missing", { alone: false, lists: "ended" }, VIEWS],
      ["asks nothing where all have turned up", { ...nobody, lists: "ended" }, []],
      ["waits where all have turned up and more may be met", { ...nobody, lists: "going-on" }, ["(wait)"]],
      ["asks on where more may be met another time", { ...nobody, lists: "paused" }, VIEWS],
    ])("%s", (_, context, expected) => {
      expect(play("mastodon", told, context)).toEqual(expected);
    });

    it("asks what became of him before anything else", () => {
      const facts: ServerFacts = {
        ...{ host: "far.example", onOld: { sight: MOVED }, onTarget: {}, byOld: {}, byTarget: {} },
      };
      const context = {
        targets: [NEW],
        withAccount: [NEW],
        here: {},
        requests: 4,
        alone: true,
        lists: "ended" as const,
      };
      const turn = { next: "ask", turns: [{ question: { ask: "home" } }] };
      expect(nextQuestion(planFor("mastodon"), facts, context)).toMatchObject(turn);
    });
  });

  it("looks nobody up at a server that stands for new by itself", () => {
    expect(play("mastodon", { "sight old": sight({ moved: null }) }, { withAccount: [] })).toEqual([
      "sight old",
      "list + view old",
      "peer new",
    ]);
  });

  it("asks about each of several candidates", () => {
    const targets = ["a.example", "b.example"];
    const here = { "a.example": 0, "b.example": 0 };
    const asked = play(
      "mastodon",
      { "sight old": sight({ moved: null }), "sight new": sight() },
      { targets, withAccount: targets, here },
    );
    expect(asked).toEqual(["sight old", "sight new + view old", "sight new"]);
  });

  it("asks a slow one about two candidates at once whether it knows them", () => {
    const onTarget = { "a.example": { list: HIDDEN }, "b.example": { list: HIDDEN } };
    const onOld = { sight: sight({ moved: null }), list: HIDDEN, view: STILL };
    const facts = { host: "far.example", onOld, onTarget, byOld: {}, byTarget: {} };
    const context = { targets: Object.keys(onTarget), withAccount: [], here: {}, requests: 6 };
    const peers = Object.keys(onTarget).map((about) => ({ question: { ask: "peer", about } }));
    const next = (slow: boolean) => nextQuestion(planFor("mastodon"), facts, { ...context, slow });
    expect(next(true)).toMatchObject({ turns: peers });
    expect(next(false)).toMatchObject({ turns: peers.slice(0, 1) });
  });

  it("stops where everybody there is accounted for", () => {
    expect(play("mastodon", {}, { settled: true })).toEqual([]);
  });

  it("says how much of the budget a question may take", () => {
    const facts: ServerFacts = { host: "far.example", onOld: {}, onTarget: {}, byOld: {}, byTarget: {} };
    const context = { targets: [NEW], withAccount: [NEW], here: {}, requests: 8 };
    expect(nextQuestion(planFor("mastodon"), facts, context)).toMatchObject({ next: "ask", turns: [{ left: 2 }] });
  });

  it("divides what is left among what is asked side by side", () => {
    const facts: ServerFacts = { host: "far.example", onOld: {}, onTarget: {}, byOld: {}, byTarget: {} };
    const met = { ...facts, onOld: { list: OPEN }, onTarget: { [NEW]: { list: OPEN } } };
    const context = { targets: [NEW], withAccount: [NEW], here: {}, requests: 5 };
    const turn = nextQuestion(planFor("misskey"), met, context);
    expect(turn).toMatchObject({
      turns: [
        { question: { about: NEW }, left: 2 },
        { question: { about: "old" }, left: 3 },
      ],
    });
    expect(nextQuestion(planFor("misskey"), met, { ...context, requests: 9 })).toMatchObject({ turns: [{ left: 1 }] });
  });

  it("stays within its budget, and what was left out is a gap", () => {
    const told = { "sight old": sight({ moved: null }), "sight new": ABSENT };
    expect(play("mastodon", told, { requests: 7 })).toEqual([
      "sight old",
      "sight new + view old",
      "(list)",
      "(peer new)",
    ]);
    expect(play("mastodon", told, { requests: 10 })).toEqual(["(sight old)", "(instance)", "(list)", "(peer new)"]);
  });
});

describe("other software", () => {
  it.each<[AdapterId, string, Told, string[]]>([
    [
      "misskey",
      "open both ways",
      { "stance old": OPEN, "stance new": OPEN },
      ["stance old + stance new", "view new + view old", "instance"],
    ],
    ["misskey", "OLD blocked", { "stance old": SHUT, "stance new": OPEN }, ["stance old + stance new"]],
    [
      "misskey",
      "NEW defined up",
      { "stance old": OPEN, "stance new": stance({ outbound: "blocked" }) },
      ["stance old + stance new"],
    ],
    [
      "misskey",
      "NEW never met",
      { "stance old": OPEN, "stance new": gap("never-met") },
      ["stance old + stance new", "view old", "instance"],
    ],
    [
      "misskey",
      "members only",
      { "stance old": gap("needs-login"), "stance new": gap("needs-login") },
      ["stance old + stance new", "view new + view old", "instance"],
    ],
    ["pleroma", "in NodeInfo", { list: OPEN }, ["list"]],
    ["akkoma", "hidden", {}, ["list"]],
    ["gotosocial", "hidden", {}, ["list"]],
    [
      "gotosocial",
      "open: an allow may beat a block, and nothing in it is no list of allows",
      { list: OPEN },
      ["list", "allow"],
    ],
    [
      "hollo",
      "moved, somebody left",
      { "sight old": MOVED, "view old": STILL, "view new": view() },
      ["sight old", "view old", "view new"],
    ],
    ["hollo", "absent", { "sight old": ABSENT }, ["sight old"]],
    ["friendica", "its file", { list: OPEN }, ["list"]],
    ["generic", "anything", {}, ["list"]],
    ["snac", "nothing to ask", {}, []],
    ["bare", "nothing to ask", {}, []],
  ])("%s: %s", (adapter, _, told, expected) => {
    expect(play(adapter, told)).toEqual(expected);
  });

  it.each(["ignores", "notifies"] as const)("that %s a Move is not asked at all", (onMove) => {
    const ability = known({ onMove, needsMovedTo: false, keepsOldFollow: false, certainty: "likely" as const }, source);
    expect(play("mastodon", {}, {}, { ability })).toEqual([]);
  });

  it.each<Gap>(["unreachable"])("whose NodeInfo is %s is not asked at all", (why) => {
    expect(play("mastodon", {}, {}, { nodeinfo: gap(why) })).toEqual([]);
  });
});

describe("the table", () => {
  it("has an order for every adapter, and for no other", () => {
    expect(Object.keys(PLANS).sort()).toEqual(Object.keys(ADAPTERS).sort());
  });

  it("asks no software what it has no answer to", () => {
    const needs = {
      list: ["blocks", "blocksInNodeInfo"],
      allow: ["allows"],
      stance: ["stance"],
      sight: ["sight"],
      view: ["view"],
      peer: ["peers"],
      control: ["sight"],
      instance: ["instance"],
      home: ["home"],
      accounts: ["home"],
    };
    for (const adapter of Object.values(ADAPTERS)) {
      for (const { ask } of planFor(adapter.id)) {
        expect([adapter.id, ask, needs[ask].some((field) => field in adapter)]).toEqual([adapter.id, ask, true]);
      }
    }
  });
});
