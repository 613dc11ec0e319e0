import { expect, it } from "vitest";
import { longestSlice } from "#testing/longest-slice.ts";
import { beforeRow, joinBefore, knownBefore } from "./list-from-before.ts";

const SNAPSHOT = beforeRow({ kind: "snapshot", handles: ["a@far.example"] }, 2);

it("reads everybody a list names once, and passes over what is no address", async () => {
  const handles = ["Address", "a@far.example", "b@far.example", "@A@far.example"];
  const people = await knownBefore({ kind: "snapshot", handles });
  expect(people.map(({ acct, before }) => [acct, before])).toEqual([
    ["a@far.example", "snapshot"],
    ["b@far.example", "snapshot"],
  ]);
});

it("lets others in while it reads a long list", async () => {
  let others = 0;
  const other = setInterval(() => others++, 1);
  await knownBefore({ handles: Array.from({ length: 50_000 }, (_, at) => `p${at}@far.example`) });
  clearInterval(other);
  expect(others).toBeGreaterThan(5);
});

it.each([
  ["spaces between two letters", `x${" ".repeat(498)}x`],
  ["spaces in the name of a server", `x@${" ".repeat(497)}x`],
  ["dots between two letters", `x${".".repeat(498)}x`],
  ["brackets that never close", "(at ".repeat(125)],
  ["letters of which each becomes many", "\ufdfa".repeat(500)],
  ["a server in letters of its own", `x@${"é".repeat(490)}`],
])("holds nobody up with a list of %s", async (_, text) => {
  const handles = Array<string>(5_000).fill(text);
  expect(await longestSlice(() => knownBefore({ handles }))).toBeLessThan(process.env.PROVE ? 100 : 250);
});

it("takes the number of people in a snapshot for its size", () => {
  expect(SNAPSHOT).toEqual({ count: 2, kind: "snapshot" });
});

it("keeps a snapshot's number, whatever comes after it", () => {
  expect(joinBefore(SNAPSHOT, beforeRow({ count: 77 }, 0))).toEqual(SNAPSHOT);
  expect(joinBefore(SNAPSHOT, beforeRow({ kind: "severed", handles: ["c@far.example"], count: 9 }, 1))).toEqual(
    SNAPSHOT,
  );
});

it("takes a snapshot after all else, and a number beside a list", () => {
  const list = beforeRow({ handles: ["c@far.example"] }, 1);
  expect(joinBefore(list, beforeRow({ count: 77 }, 0))).toEqual({ kind: "list", count: 77 });
  expect(joinBefore({ count: 77 }, SNAPSHOT)).toEqual(SNAPSHOT);
});

it.each([
  ["the older of two", "2026-03-01", "2026-02-01", "2026-02-01"],
  ["the older of two, given first", "2026-02-01", "2026-03-01", "2026-02-01"],
  ["none where the second says none", "2026-03-01", undefined, undefined],
  ["none where the first says none", undefined, "2026-03-01", undefined],
])("dates two snapshots together by %s", (_, first, second, takenAt) => {
  const of = (day: string | undefined) => ({ ...SNAPSHOT, ...(day === undefined ? {} : { takenAt: day }) });
  expect(joinBefore(of(first), of(second)).takenAt).toBe(takenAt);
});
