import { describe, expect, it } from "vitest";
import { defined } from "#lib/flow/defined.ts";
import { is, person, server, TARGET } from "#testing/sample.ts";
import { isOnePerson } from "./one-person.ts";

const sized = (users?: number, activeUsers?: number, name = "mastodon") =>
  server(
    "mastodon",
    {},
    {
      nodeinfo: is({
        software: { name, version: "1" },
        ...defined({ users, activeUsers }),
      }),
    },
  );

const people = (count: number) => Array.from({ length: count }, (_, at) => person(`p${at}`));

describe("a server of one", () => {
  it.each([
    [1, undefined, 1, true],
    [0, undefined, 1, true],
    [1, undefined, 2, false],
    [2, undefined, 1, false],
    [300, 1, 1, false],
    [1, 2, 1, false],
    [undefined, 1, 1, true],
    [undefined, 1, 2, false],
    [undefined, 2, 1, false],
    [undefined, undefined, 1, true],
    [undefined, undefined, 2, false],
  ])("with %s users, %s active and %i of our people: %s", (users, active, known, answer) => {
    expect(isOnePerson(sized(users, active), people(known))).toBe(answer);
  });

  it("is not told by the numbers of a GoToSocial, which may be made up", () => {
    expect(isOnePerson(sized(1, 1, "gotosocial"), people(2))).toBe(false);
    expect(isOnePerson(sized(500, 500, "gotosocial"), people(1))).toBe(true);
  });

  it.each([
    [
      "its view of the old account lists another",
      { onOld: { view: is({ accts: ["p0@far.example", "di@far.example"] }) } },
    ],
    ["two of it are in the new list", { arrived: { [TARGET]: 2 } }],
    [
      "it takes new people in",
      { nodeinfo: is({ software: { name: "mastodon", version: "4" }, openRegistrations: true }) },
    ],
  ])("is not assumed where %s", (_, shows) => {
    expect(isOnePerson(server(null), people(1))).toBe(true);
    expect(isOnePerson({ ...server(null), ...shows }, people(1))).toBe(false);
  });
});
