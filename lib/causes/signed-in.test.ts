import { expect, it } from "vitest";
import type { CheckFacts, Person, SaidBy, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { known } from "#lib/domain/evidence/fact.ts";
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
