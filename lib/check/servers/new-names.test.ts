import { expect, it } from "vitest";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import { is, OLD, person, server, whole } from "#testing/sample.ts";
import { newNameOf } from "./new-names.ts";

const moved = (movedTo: string): Partial<Person> => ({ home: is({ state: "moved", movedTo }) });
const shows = (name: string): ServerFacts =>
  server("mastodon", { onOld: { view: whole({ accts: [], flagged: { "bo@far.example": { moved: name } } }) } });
const REAL = "https://mk.example/users/9x";

it.each<[string, Partial<Person>, string | undefined, ServerFacts?]>([
  ["the name that his own server gives", moved("bo@mk.example"), "bo@mk.example"],
  ["the address that his own server gives", moved(REAL), REAL],
  ["no key of his own server", moved("https://far.example/users/9new"), undefined],
  [
    "no key of the host that answers for it",
    { uri: "https://web.far.example/users/1", ...moved("https://web.far.example/users/9") },
    undefined,
  ],
  ["the name in the row of his own server's view", { old: {} }, "bo@mk.example", shows("bo@mk.example")],
  ["the name in OLD's row", { old: { moved: "bo@mk.example" } }, "bo@mk.example"],
  ["no key of OLD", { old: { moved: "https://old.example/users/9new" } }, undefined],
  ["his own server's word rather than OLD's", { old: { moved: "bo@else.example" }, ...moved(REAL) }, REAL],
  ["nobody where he came along himself", { in: ["new.example"], ...moved("bo@mk.example") }, undefined],
])("looks in the new list for %s", (_, change, name, facts) => {
  expect(newNameOf(person("bo", change), OLD, facts)).toBe(name);
});
