import { describe, expect, test } from "vitest";
import { messagesOf } from "./messages.ts";
import { withEnglish } from "./with-english.ts";

describe("where a translation has gaps", () => {
  const english = { a: "one", deep: { b: "two", c: ["compiled", ["name"]] }, list: "three" };
  test("English stands in, key by key", () => {
    expect(withEnglish(english, { a: "eins", deep: { c: ["übersetzt", ["name"]] } })).toEqual({
      a: "eins",
      deep: { b: "two", c: ["übersetzt", ["name"]] },
      list: "three",
    });
  });
  test("what English does not have, or has in another form, is dropped", () => {
    expect(withEnglish(english, { old: "alt", deep: "kein Abschnitt", a: { no: "text" } })).toEqual(english);
  });
});

test("the test language is whole, and each language is made once", async () => {
  expect((await messagesOf("en-XA")).site.name).toMatch(/^⟦.+⟧$/);
  expect(await messagesOf("de")).toBe(await messagesOf("de"));
});
