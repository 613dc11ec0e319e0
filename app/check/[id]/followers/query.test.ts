import { expect, it } from "vitest";
import { flatten, isNarrowed, pathWith } from "./query.ts";

it("keeps one value of what can be asked for, and nothing else that stood in the address", () => {
  const odd = { q: ["bo", "cy"], group: "", server: "far.example", constructor: Object, "%c0%af": "x" };
  const asked = flatten(odd as never);
  expect(asked).toEqual({ q: "bo", server: "far.example" });
  expect(pathWith("/check/a/followers", asked, "next")).toBe("/check/a/followers?server=far.example&q=bo&cursor=next");
});

it("takes order and page for no choice among people", () => {
  expect(isNarrowed({ sort: "acct", cursor: "x" })).toBe(false);
  expect(isNarrowed({ q: "leo" })).toBe(true);
});
