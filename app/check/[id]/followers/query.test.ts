import { expect, it } from "vitest";
import { countsLeftovers, flatten, isNarrowed, pathWith } from "./query.ts";

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

it("says how many have no row where somebody could miss them", () => {
  for (const asked of [{}, { group: "nobody" }, { sort: "acct" }]) expect(countsLeftovers(asked)).toBe(true);
  for (const asked of [{ group: "admin" }, { q: "leo" }, { group: "nobody", server: "far.example" }])
    expect(countsLeftovers(asked)).toBe(false);
});
