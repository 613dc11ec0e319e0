import { expect, it } from "vitest";
import type { Row } from "#lib/fediverse/question/adapter.ts";
import { check } from "#testing/sample.ts";
import type { ListName, RunState } from "../state/run-state.ts";
import { personOf } from "./person-of.ts";

const URI = "https://social.far.example/users/bo";
const BY_ADDRESS: Row = { uri: URI };
const BY_HANDLE: Row = { uri: URI, acct: "bo@far.example" };

function read(...rows: readonly (readonly [ListName, Row])[]) {
  const runState = { row: { reading: 0 }, facts: check(), uris: new Map<string, string>() } as unknown as RunState;
  return rows.flatMap(([which, row]) => personOf(runState, which, row)).map(({ acct, server }) => [acct, server]);
}

it("knows somebody again whom the other list has named by handle", () => {
  expect(read(["old", BY_HANDLE], ["new", BY_ADDRESS])).toEqual([
    ["bo@far.example", "far.example"],
    ["bo@far.example", "far.example"],
  ]);
});

it("knows somebody again who has another name in the other list", () => {
  expect(read(["old", BY_HANDLE], ["new", { uri: URI, acct: "robin@far.example" }]).map(([acct]) => acct)).toEqual([
    "bo@far.example",
    "bo@far.example",
  ]);
});

it.each([URI, "https://mk.example/users/9abc1de2f3", "https://far.example/ap/users/117698834170537441"])(
  "reads no name off an address: %s",
  (uri) => {
    expect(read(["old", { uri }])).toEqual([[uri, new URL(uri).hostname]]);
  },
);

it("leaves the mover's own two accounts out, by handle and by address", () => {
  expect(read(["new", { acct: "alice@old.example" }], ["old", { acct: "alice@new.example" }])).toEqual([]);
  expect(read(["new", { uri: "https://old.example/users/alice" }])).toEqual([]);
});

it.each([
  undefined,
  "far away",
  "http://far.example/users/bo",
  "https://127.0.0.1/users/bo",
  "https://far.example:81/bo",
])("has nobody for an address that is none: %s", (uri) => {
  expect(read(["new", uri === undefined ? {} : { uri }])).toEqual([]);
});
