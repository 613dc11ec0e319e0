import { expect, it } from "vitest";
import { isWhole } from "./whole-list.ts";

it.each<[string, number, number | undefined, boolean]>([
  ["as many as are counted", 100, 100, true],
  ["some of them suspended and not shown", 60, 100, true],
  ["a small list of which most are not shown", 2, 20, true],
  ["far fewer than are counted", 40, 100, false],
  ["one page of a long list", 80, 4_000, false],
  ["more than a number that is older", 120, 100, true],
  ["a list without a number", 80, undefined, true],
])("a list that was read to its end is whole, or not: %s", (_, read, count, whole) => {
  expect(isWhole(read, count)).toBe(whole);
});
