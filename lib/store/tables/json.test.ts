import fc from "fast-check";
import { expect, test } from "vitest";
import { storable, toJson } from "./json.ts";

/** What PostgreSQL refuses in texts. */
const REFUSED = /[\0\p{Surrogate}]/u;
const refused = (text: string): boolean => REFUSED.test(text);

test("any text becomes one that PostgreSQL takes, and one it takes stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 50 }), (text) => {
      expect(refused(storable(text))).toBe(false);
      if (!refused(text)) expect(storable(text)).toBe(text);
    }),
  );
});

test("any JSON comes back, but for what cannot be stored", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary", maxDepth: 3 }), (value) => {
      const text = toJson(value);
      const back: unknown = JSON.parse(text, (key, held) => {
        expect(refused(key) || (typeof held === "string" && refused(held))).toBe(false);
        return held;
      });
      const plain = JSON.stringify(value);
      if (!/\\u(0000|d[89a-f])/.test(plain)) expect(back).toEqual(JSON.parse(plain));
    }),
  );
});

test("names of fields are cleaned too, and what is nothing is null", () => {
  expect(toJson({ "a\0": ["b\ud800", { c: "\0" }], toJSON: 1, at: new Date(0) })).toBe(
    '{"a":["b\ufffd",{"c":""}],"toJSON":1,"at":"1970-01-01T00:00:00.000Z"}',
  );
  expect(toJson(undefined)).toBe("null");
});

test("a text that only looks like an escape is left alone", () => {
  expect(JSON.parse(toJson(["\\u0000", "\\ud800"]))).toEqual(["\\u0000", "\\ud800"]);
});
