import { expect, it } from "vitest";
import { openMask } from "./mask.ts";

const masked = <T>(value: T): T => openMask([value])(value);

it.each<[string, string, string]>([
  ["a handle", "anna.b@far.test", "person1@far.test"],
  [
    "a handle in a question",
    "https://far.test/lookup?acct=anna%40far.test",
    "https://far.test/lookup?acct=person1%40far.test",
  ],
  [
    "a name in WebFinger",
    "https://a.test/w?resource=acct%3Aanna%40a.test",
    "https://a.test/w?resource=acct%3Aperson1%40a.test",
  ],
  ["a name alone", "https://far.test/lookup?acct=anna", "https://far.test/lookup?acct=person1"],
  ["an actor", "https://far.test/users/anna/followers?page=1", "https://far.test/users/person1/followers?page=1"],
  ["a page", "https://far.test/@anna", "https://far.test/@person1"],
  ["a page of somebody from elsewhere", "https://far.test/@anna@b.test", "https://far.test/@person1@b.test"],
  ["a number", "https://far.test/ap/users/117698", "https://far.test/ap/users/117698"],
  ["a call of Misskey's", "https://mk.test/api/users/followers", "https://mk.test/api/users/followers"],
  [
    "the account of a server",
    "https://far.test/lookup?acct=far.test@far.test",
    "https://far.test/lookup?acct=far.test@far.test",
  ],
])("masks in addresses: %s", (_, from, to) => {
  expect(masked(from)).toBe(to);
});

it("gives one person one name, in whatever he is called", () => {
  const names = masked([{ username: "Anna", acct: "anna@far.test" }, "https://far.test/anna/followers"]);
  expect(names).toEqual([{ username: "person1", acct: "person1@far.test" }, "https://far.test/person1/followers"]);
});

it("leaves out what people say of themselves, but for what decides", () => {
  const person = {
    username: "anna",
    display_name: "Anna B.",
    note: "<p>I am Anna #nobot</p>",
    fields: [{}],
    bot: false,
  };
  expect(masked(person)).toEqual({
    username: "person1",
    display_name: "Somebody",
    note: "#nobot",
    fields: [],
    bot: false,
  });
});

it("leaves the name of a software alone", () => {
  const nodeInfo = { software: { name: "mastodon", version: "4.6.5" }, metadata: { maintainer: { name: "Anna" } } };
  expect(masked(nodeInfo)).toEqual({ ...nodeInfo, metadata: { maintainer: null } });
});

it("masks a database key wherever it is one, where it was taken for a name", () => {
  const rows = masked([{ uri: "https://mk.test/users/9abc", id: "9abc" }, { userIds: ["9abc"] }]);
  expect(rows).toEqual([{ uri: "https://mk.test/users/person1", id: "person1" }, { userIds: ["person1"] }]);
});
