import { expect, it } from "vitest";
import { allNamedIn, numberIn, presetIn } from "./options.ts";

it.each([
  ["20", 20],
  ["0.5", 0.5],
  ["0", 0],
])("takes %s for a number", (text, number) => expect(numberIn(text, "seeds")).toBe(number));

it.each(["", " ", "ten", "-1", "Infinity", "1,5"])("takes no number from %j", (text) => {
  expect(() => numberIn(text, "seeds")).toThrow("--seeds takes a number.");
});

it("takes names that there are, and no other", () => {
  expect(allNamedIn("embedded,postgres", "store", ["embedded", "postgres"])).toEqual(["embedded", "postgres"]);
  expect(() => allNamedIn("embedded,mysql", "store", ["embedded", "postgres"])).toThrow("There is no store mysql");
  expect(presetIn("typical")).toBe("typical");
  expect(() => presetIn("constructor")).toThrow("There is no preset constructor");
});
