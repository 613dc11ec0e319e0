import { expect, test } from "vitest";
import { isolated } from "./isolated.ts";

test("in words from right to left all that is filled in keeps a direction of its own", () => {
  const compiled = {
    plain: "نص",
    deep: { named: ["من ", ["old"], " إلى ", ["new"]] },
    tagged: [
      ["b", "x ", ["y"]],
      ["old", ""],
    ],
    counted: [["n", 2, { one: [0, " x"], other: [["y"], " ", 0], two: "z" }]],
    number: [["n", 4]],
  };
  const at = (name: string) => ["\u2068", [name], "\u2069"];
  expect(isolated(compiled)).toEqual({
    plain: "نص",
    deep: { named: ["من ", ...at("old"), " إلى ", ...at("new")] },
    tagged: [
      ["b", "x ", ...at("y")],
      ["old", ""],
    ],
    counted: [["n", 2, { one: [0, " x"], other: [...at("y"), " ", 0], two: "z" }]],
    number: [["n", 4]],
  });
});
