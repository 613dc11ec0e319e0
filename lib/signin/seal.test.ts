import fc from "fast-check";
import { expect, test } from "vitest";
import { makeSeal } from "./seal.ts";

const seal = makeSeal("a secret of at least thirty-two letters");
const other = makeSeal("another secret of at least thirty-two");

test("what was closed opens with the same key and about the same thing alone", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), fc.string(), (value, about, elsewhere) => {
      const sealed = seal.close({ value }, about);
      expect(seal.open(sealed, about)).toEqual(JSON.parse(JSON.stringify({ value })));
      expect(other.open(sealed, about)).toBeUndefined();
      if (elsewhere !== about) expect(seal.open(sealed, elsewhere)).toBeUndefined();
    }),
  );
});

test("a changed letter opens nothing, and the same thing never looks the same twice", () => {
  const sealed = seal.close("token", "check");
  expect(sealed).not.toBe(seal.close("token", "check"));
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("token");
  for (let at = 0; at < sealed.length - 1; at++) {
    const letter = sealed[at] === "A" ? "B" : "A";
    expect(seal.open(`${sealed.slice(0, at)}${letter}${sealed.slice(at + 1)}`, "check")).toBeUndefined();
  }
  for (const text of ["", "A", "not sealed at all"]) expect(seal.open(text, "check")).toBeUndefined();
});
