import { expect, it } from "vitest";
import type { Row } from "#lib/fediverse/question/adapter.ts";
import { check } from "#testing/sample.ts";
import type { ListName, RunState } from "../state/run-state.ts";
import { personOf } from "./person-of.ts";

const URI = "https://social.far.example/users/bo";
const BY_ADDRESS: Row = { uri: URI, acct: "bo@social.far.example", guessed: true };
const BY_HANDLE: Row = { uri: URI, acct: "bo@far.example" };

function read(...rows: readonly (readonly [ListName, Row])[]) {
  const runState = { facts: check(), uris: new Map<string, string>() } as unknown as RunState;
  return rows
    .flatMap(([which, row]) => personOf(runState, which, row))
    .map(({ acct, guessed }) => [acct, guessed === true]);
}

it("knows somebody again whom the other list has named by handle", () => {
  expect(read(["old", BY_HANDLE], ["new", BY_ADDRESS])).toEqual([
    ["bo@far.example", false],
    ["bo@far.example", false],
  ]);
});

it("marks a handle that was read off the address, until somebody's list says more", () => {
  expect(read(["new", BY_ADDRESS], ["old", BY_HANDLE])).toEqual([
    ["bo@social.far.example", true],
    ["bo@far.example", false],
  ]);
});

it("names whoever has a number in the address by the number", () => {
  expect(read(["new", { uri: "https://mk.example/users/9abc1de2f3" }])).toEqual([["9abc1de2f3@mk.example", true]]);
});

it("has no name for an address that is none", () => {
  expect(read(["new", { uri: "far away" }], ["new", {}])).toEqual([]);
});
