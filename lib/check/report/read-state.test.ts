import { expect, it } from "vitest";
import { check, is, NEW, not, OLD } from "#testing/sample.ts";
import { changesFor } from "./read-state.ts";

const CHANGES = { arrived: ["bo@far.example"], servers: ["far.example"], net: 3 };
const MISSING = { state: "missing" } as const;
const strangers = check({ old: { ...OLD, account: not("never-met"), actor: not("never-met") } });
const named = check({ targets: [{ ...NEW, actor: is({ uri: "https://new.example/users/alice", movedTo: null }) }] });

it("names who arrived where one of the two accounts confirms the other", () => {
  expect(changesFor({ changes: CHANGES, facts: check(), proof: MISSING })).toEqual(CHANGES);
  expect(changesFor({ changes: CHANGES, facts: named, proof: { state: "proven" } })).toEqual(CHANGES);
});

it("gives the net number alone where neither does, or nothing is known yet", () => {
  for (const facts of [strangers, null]) {
    expect(changesFor({ changes: CHANGES, facts, proof: MISSING })).toEqual({
      arrived: [],
      servers: [],
      answered: [],
      net: 3,
    });
  }
  expect(changesFor({ changes: null, facts: strangers, proof: MISSING })).toBeNull();
});
