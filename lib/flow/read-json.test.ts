import fc from "fast-check";
import { expect, it } from "vitest";
import { readJson } from "./read-json.ts";

it("reads what anybody writes as it stands", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 1), (value, spaces) => {
      const text = JSON.stringify(value, null, spaces);
      expect(readJson(text)).toEqual({ value: JSON.parse(text) });
    }),
    { numRuns: 300 },
  );
});

it.each(["", "{", "[1,]", '"open', "nul", "<html>"])("%j is no JSON", (text) => expect(readJson(text)).toBeUndefined());

const TEXT_WITH_SIGNS = `["${'[{,\\"\\\\'.repeat(1_000_000)}"]`;
it("counts no sign that stands in a text", () => {
  expect(readJson(TEXT_WITH_SIGNS)).toEqual({ value: JSON.parse(TEXT_WITH_SIGNS) });
});

it("takes the longest lists that servers publish", () => {
  const names = Array.from({ length: 200_000 }, (_, n) => `server${n}.example`);
  const rows = Array.from({ length: 60_000 }, (_, n) => ({ domain: `${n}.example`, severity: "suspend", comment: "" }));
  for (const list of [names, rows]) expect(readJson(JSON.stringify(list))).toEqual({ value: list });
});

const cpuMs = (): number => process.cpuUsage().user / 1_000;
const SIZE = 5_000_000;
it.each([
  ["lists in lists", "[".repeat(SIZE)],
  ["objects in objects", '{"a":'.repeat(SIZE / 5)],
  ["lists in lists, closed", "[".repeat(SIZE / 2) + "]".repeat(SIZE / 2)],
  ["empty lists", `[${"[],".repeat(SIZE / 3)}[]]`],
  ["empty objects", `[${"{},".repeat(SIZE / 3)}{}]`],
  ["numbers", `[${"1,".repeat(SIZE / 2)}1]`],
])("refuses five megabytes of %s before they cost anything", (_, text) => {
  const begun = cpuMs();
  expect(readJson(text)).toBeUndefined();
  expect(cpuMs() - begun).toBeLessThan(process.env.PROVE ? 100 : 400);
});
