import { expect, it } from "vitest";
import type { View } from "#lib/domain/evidence/answers.ts";
import { is, not, whole } from "#testing/sample.ts";
import { shownFacts } from "./shown-facts.ts";

const view: View = { accts: ["bo@far.example", "ada@far.example"], flagged: { "bo@far.example": { suspended: true } } };

it("shows how many a server lists, and never who", () => {
  const shown = shownFacts([
    { fact: "onOld.view", ...whole(view) },
    { fact: "onTarget.view", target: "new.example", ...is(view) },
  ]);
  expect(JSON.stringify(shown)).not.toContain("@");
  expect(shown).toMatchObject([
    { fact: "onOld.view", known: true, complete: true, value: { count: 2 }, source: { kind: "network" } },
    { fact: "onTarget.view", target: "new.example", value: { count: 2 } },
  ]);
});

it("shows how many the owner blocks there, and never who", () => {
  const own = { fact: "byTarget.own", target: "new.example", ...is({ server: false, people: ["bo@far.example"] }) };
  expect(shownFacts([own])).toMatchObject([{ value: { server: false, people: 1 } }]);
});

it("leaves gaps and all other facts as they are", () => {
  const facts = [
    { fact: "onOld.view", ...not("hidden-by-server") },
    { fact: "onOld.sight", ...is({ seen: "known" }) },
  ];
  expect(shownFacts(facts)).toEqual(facts);
});
