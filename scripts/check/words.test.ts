import { expect, it } from "vitest";
import { refusalLine } from "./words.ts";

it("says what is wrong with an address in words", () =>
  expect(refusalLine({ old: "host-local", new: "something-new" })).toBe(
    "old: This name leads to a private machine, where nobody else can look. new: This cannot be read. Please check it.",
  ));
