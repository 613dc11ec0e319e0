import { expect, it } from "vitest";
import { beforeRow, joinBefore } from "./list-from-before.ts";

const SNAPSHOT = beforeRow({ kind: "snapshot", handles: ["a@far.example", "b@far.example", "a@far.example"] });

it("counts whoever a snapshot names, each once", () => {
  expect(SNAPSHOT).toEqual({ count: 2, kind: "snapshot" });
});

it("keeps a snapshot's number, whatever comes after it", () => {
  expect(joinBefore(SNAPSHOT, beforeRow({ count: 77 }))).toEqual(SNAPSHOT);
  expect(joinBefore(SNAPSHOT, beforeRow({ kind: "severed", handles: ["c@far.example"], count: 9 }))).toEqual(SNAPSHOT);
});

it("takes a snapshot after all else, and a number beside a list", () => {
  const list = beforeRow({ handles: ["c@far.example"] });
  expect(joinBefore(list, beforeRow({ count: 77 }))).toEqual({ kind: "list", count: 77 });
  expect(joinBefore({ count: 77 }, SNAPSHOT)).toEqual(SNAPSHOT);
});
