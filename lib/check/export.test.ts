import { expect, it } from "vitest";
import { csvCell } from "./export.ts";

it.each([
  ["Bo", "Bo"],
  ["=HYPERLINK(1)", `"'=HYPERLINK(1)"`],
  ["+1", `"'+1"`],
  ["-1", `"'-1"`],
  ["@cmd", `"'@cmd"`],
  ["  =1+1", `"'  =1+1"`],
  ["\t=1", `"'\t=1"`],
  ["a,b", `"a,b"`],
  ['say "hi"', `"say ""hi"""`],
  ["two\nlines", `"two\nlines"`],
  ["", ""],
])("%j is written as %s", (text, cell) => expect(csvCell(text)).toBe(cell));
