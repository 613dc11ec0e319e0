import { expect, it } from "vitest";
import { refusalLine } from "./words.ts";

it("says what is wrong with an address in words", () =>
  expect(refusalLine({ old: "host-local", new: "something-new" })).toBe(
    "old: This name leads to a private machine. We can’t look there. new: We couldn’t read this. Please check it.",
  ));
