import { expect, it } from "vitest";
import type { SaidBy } from "#lib/domain/evidence/answers.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { known } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { BLOCKED, check, is, NEW, not, OPEN, person, server, TARGET } from "#testing/sample.ts";
import { judgeMove, judgeServer } from "./judge.ts";

const SEEN = { kind: "signed-in", at: "2026-06-30T12:00:00.000Z", status: 200 } as const;
const requests = { ...known({ waiting: 3, known: 1 }, SEEN), complete: true };
const target = (change: object): Partial<CheckFacts> => ({ targets: [{ ...NEW, ...change }] });
const WAITS = person("bo", { before: "snapshot", waits: [TARGET] });
const NEITHER = person("bo", { before: "snapshot" });
const resolve = (found: boolean, more: object = {}) => known({ found, oneName: true, ...more }, SEEN);

function told(given: Partial<CheckFacts>, said: SaidBy, who: Person, here: readonly Person[] = []) {
  const { old: _, ...gone } = who;
  const facts = check({ before: { is: "snapshot" }, ...given });
  const far = server("mastodon", {}, { byTarget: { [TARGET]: said } });
  const { followers } = judgeServer(facts, judgeMove(facts), far, [gone, ...here]);
  const outcome = followers.find(({ acct }) => acct === who.acct)?.outcomes[TARGET];
  return [outcome?.cause, outcome?.certainty, outcome?.reach];
}

it("a request that the owner sees is proven, whatever else once stood in the way", () => {
  expect(told(target({ requests }), {}, WAITS)).toEqual(["waiting-for-approval", "proven", "waits"]);
});

it("who is not among all the requests does not wait, even where the account is locked", () => {
  const locked = { account: is({ acct: "alice@new.example", locked: true }) };
  const [guess] = told(target(locked), { resolve: resolve(true) }, { ...NEITHER, home: is({ state: "alive" }) });
  expect(guess).toBe("waiting-for-approval");
  const [cause] = told(
    target({ ...locked, requests }),
    { resolve: resolve(true) },
    { ...NEITHER, home: is({ state: "alive" }) },
  );
  expect(cause).not.toBe("waiting-for-approval");
});

it.each<[string, SaidBy, object, readonly unknown[]]>([
  ["not found", { resolve: resolve(false) }, {}, ["blocked-by-new-server", "likely", "blocked"]],
  [
    "not found by one that talks to named servers",
    { resolve: resolve(false) },
    { limitedFederation: is(true) },
    ["closed-federation", "likely", "blocked"],
  ],
  [
    "not found, and nothing says whether it talks to all",
    { resolve: resolve(false) },
    { limitedFederation: not("not-offered"), account: not("needs-login") },
    ["unknown", null, "unknown"],
  ],
  ["found", { resolve: resolve(true) }, {}, ["unknown", null, "unknown"]],
  [
    "on the list that members read",
    { list: { ...known(BLOCKED, SEEN), complete: true } },
    {},
    ["blocked-by-new-server", "proven", "blocked"],
  ],
])("the new server, asked by its own: %s", (_, said, change, expected) =>
  expect(told(target(change), said, NEITHER)).toEqual(expected),
);

const resolved = { resolve: resolve(true) };
it.each<[string, SaidBy, object, readonly unknown[]]>([
  [
    "not given",
    { ...resolved, given: known(false, SEEN) },
    { limitedFederation: false },
    ["new-server-blocked", "likely"],
  ],
  [
    "not given by one that talks to named servers",
    { ...resolved, given: known(false, SEEN) },
    { limitedFederation: true },
    ["closed-federation", "likely"],
  ],
  ["not given, and nothing says which of the two", { ...resolved, given: known(false, SEEN) }, {}, ["unknown", null]],
  [
    "not given, and the new server may be the one that refuses",
    { given: known(false, SEEN) },
    { limitedFederation: false },
    ["unknown", null],
  ],
])("one of the people of a server that wants signatures: %s", (_, said, instance, expected) => {
  const facts = check({ before: { is: "snapshot" } });
  const far = server("mastodon", {}, { byTarget: { [TARGET]: said }, instance: is(instance) });
  const { old: _old, ...gone } = NEITHER;
  const outcome = judgeServer(facts, judgeMove(facts), far, [gone]).followers[0]?.outcomes[TARGET];
  expect([outcome?.cause, outcome?.certainty]).toEqual(expected);
});

const IN = { kind: "member", at: "2026-06-30T12:00:00.000Z", status: 200 } as const;
it.each<[string, NonNullable<ServerFacts["instance"]>, readonly unknown[]]>([
  ["a server that talks to named ones alone", is({ limitedFederation: true }), ["closed-federation", "likely"]],
  ["a closed server of old, which does not say so", not("needs-login"), ["closed-federation", "likely"]],
  ["a server that talks to all", is({ limitedFederation: false }), ["unknown", null]],
])("NEW is on no list that members read, and not found there either: %s", (_, instance, expected) => {
  const onTarget = {
    list: { ...known(OPEN, IN), complete: true },
    resolve: known({ found: false, oneName: true }, IN),
  };
  const far = server("mastodon", {}, { onTarget: { [TARGET]: onTarget }, instance });
  const facts = check({ before: { is: "snapshot" } });
  const outcome = judgeServer(facts, judgeMove(facts), far, [person("bo")]).followers[0]?.outcomes[TARGET];
  expect([outcome?.cause, outcome?.certainty]).toEqual(expected);
});

const unread = { list: not("hidden-by-server") };
const own = (change: object): SaidBy => ({
  own: { ...known({ server: false, people: [], ...change }, SEEN), complete: true },
});

it.each<[string, object, SaidBy, Person, readonly unknown[]]>([
  ["waits, so he is in no list", { requests, ...unread }, {}, WAITS, ["waiting-for-approval", "proven", "waits"]],
  [
    "is blocked by its owner, which took the follow away",
    unread,
    own({ people: [NEITHER.acct] }),
    NEITHER,
    ["you-block-them", "proven", "blocked"],
  ],
  [
    "is on a server that its owner blocks",
    unread,
    own({ server: true }),
    NEITHER,
    ["you-block-their-server", "proven", "blocked"],
  ],
  // There a block takes nobody away who follows.
  ["may be in it, where a block may spare people", unread, own({ server: true, maySpare: true }), NEITHER, ["unknown"]],
])("where the new list was not read, somebody of it %s", (_, given, said, who, expected) =>
  expect(told(target(given), said, who).slice(0, expected.length)).toEqual(expected),
);

it("a block that may spare people is likely, and says nothing of those who follow all the same", () => {
  const said = own({ server: true, maySpare: true });
  expect(told({}, said, NEITHER)).toEqual(["you-block-their-server", "likely", "blocked"]);
  const here = person("bo", { before: "snapshot", in: [TARGET] });
  expect(told({}, said, here)).toEqual(["here", "proven", "works"]);
  expect(told({}, own({ server: true }), NEITHER)).toEqual(["you-block-their-server", "proven", "blocked"]);
});
