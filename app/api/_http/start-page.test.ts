import { expect, it } from "vitest";
import { againQuery } from "./start-page.ts";

it("brings back what was typed and what is wrong with it", () => {
  const query = againQuery({ old: "alice", movedAt: "2026-01-02", mode: "moved" }, { old: "no-server" });
  expect(Object.fromEntries(query)).toEqual({
    ...{ "error.old": "no-server", old: "alice", movedAt: "2026-01-02", mode: "moved" },
  });
});

it.each([
  ["letters that take six signs each", { old: "\u0436".repeat(1_999), "before.handles": "bo@far.example" }],
  ["fields by the hundred", Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`x${n}`, "y".repeat(1_000)]))],
  ["a list of thousands", { new: "alice@new.example", "before.handles": "bo@far.example\n".repeat(1_000) }],
])("fits into an address with %s", (_, typed) => {
  const query = againQuery(typed, { old: "empty" });
  expect(query.toString().length).toBeLessThan(8_100);
  expect(query.get("error.old")).toBe("empty");
});
