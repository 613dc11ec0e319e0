import { expect, it } from "vitest";
import { bioOf, shortText } from "./free-text.ts";

it.each([
  [undefined, undefined],
  [null, null],
  ["Ada", "Ada"],
  ["x".repeat(200), "x".repeat(200)],
  ["x".repeat(1_000_000), "x".repeat(200)],
  [`${"x".repeat(199)}😀`, `${"x".repeat(199)}\uFFFD`],
])("is short: %#", (text, short) => expect(shortText(text)).toBe(short));

it("cuts a bio where no proof would stand", () => {
  expect(bioOf(["a", null, "", "b"])).toBe("a\nb");
  expect(bioOf(["x".repeat(50_000), "y"])).toHaveLength(20_000);
  expect(bioOf([])).toBeUndefined();
});
