import { describe, expect, it } from "vitest";
import { is, server } from "#testing/sample.ts";
import { isOnePerson } from "./one-person.ts";

const sized = (users?: number, activeUsers?: number, name = "mastodon") =>
  server(
    "mastodon",
    {},
    {
      nodeinfo: is({
        software: { name, version: "1" },
        ...(users === undefined ? {} : { users }),
        ...(activeUsers === undefined ? {} : { activeUsers }),
      }),
    },
  );

describe("a server of one", () => {
  it.each([
    [1, undefined, 40, true],
    [0, undefined, 40, true],
    [2, undefined, 40, false],
    [300, 1, 40, true],
    [300, 2, 40, false],
    [undefined, 1, 40, true],
    [undefined, undefined, 2, true],
    [undefined, undefined, 3, false],
    [2, undefined, 1, false],
  ])("with %s users, %s active and %i of our people: %s", (users, active, known, answer) => {
    expect(isOnePerson(sized(users, active), known)).toBe(answer);
  });

  it("is not told by the numbers of a GoToSocial, which may be made up", () => {
    expect(isOnePerson(sized(1, 1, "gotosocial"), 3)).toBe(false);
    expect(isOnePerson(sized(500, 500, "gotosocial"), 2)).toBe(true);
  });

  it("is assumed where nothing is known of its size", () => {
    expect([isOnePerson(server(null), 2), isOnePerson(server(null), 3)]).toEqual([true, false]);
  });
});
