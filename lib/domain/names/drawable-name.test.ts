import { expect, test } from "vitest";
import { drawableName } from "./drawable-name.ts";

test.each([
  ["maria@newharbour.example", "maria"],
  ["Maria_2.0@newharbour.example", "Maria_2.0"],
  ["müller@newharbour.example", null],
  ["мария@newharbour.example", null],
  ["😀@newharbour.example", null],
  [`${"x".repeat(31)}@newharbour.example`, null],
  ["@newharbour.example", null],
])("%s", (acct, name) => {
  expect(drawableName(acct)).toBe(name);
});
