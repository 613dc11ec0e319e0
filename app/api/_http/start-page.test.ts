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

it("brings back what a file says of its list, and only with that list", () => {
  const file = { "before.kind": "snapshot", "before.takenAt": "2026-11-02T08:30:00.000Z" };
  const list = { "before.handles": "bo@far.example\nann@near.example" };
  expect(Object.fromEntries(againQuery({ ...list, ...file }, {}))).toEqual({ ...list, ...file });
  const long = { "before.handles": "bo@far.example\n".repeat(140) };
  expect(Object.fromEntries(againQuery({ ...long, ...file }, {}))).toEqual({});
});
