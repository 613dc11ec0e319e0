import { expect, it } from "vitest";
import { defined } from "./defined.ts";

it("leaves out what was not said, and keeps what is empty", () => {
  const fields = { a: undefined, b: null, zero: 0, no: false, empty: "", list: [] };
  expect(defined(fields)).toStrictEqual({ zero: 0, no: false, empty: "", list: [] });
  expect(Object.keys(defined({ b: 1, skipped: undefined, a: 2 }))).toEqual(["b", "a"]);
});
