import { expect, it } from "vitest";
import { shortText } from "./free-text.ts";

it.each([
  [undefined, undefined],
  [null, null],
  ["Ada", "Ada"],
  ["x".repeat(200), "x".repeat(200)],
  ["x".repeat(1_000_000), "x".repeat(200)],
  [`${"x".repeat(199)}😀`, `${"x".repeat(199)}\uFFFD`],
])("is short: %#", (text, short) => expect(shortText(text)).toBe(short));
