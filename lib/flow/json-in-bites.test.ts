import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestSlice } from "#testing/longest-slice.ts";
import { parseInBites } from "./json-in-bites.ts";

const MOST = { texts: 300_000, parts: 10_000 };
const parse = (text: string) => parseInBites(text, MOST);
function native(text: string): unknown {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return "no-json";
  }
}

describe("JSON read in bites", () => {
  it("is what it is when it is read at once", async () => {
    const indent = fc.constantFrom(0, 1);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 6 }), indent, async (value, spaces) => {
        const text = JSON.stringify(value, null, spaces);
        expect(await parse(text)).toEqual(native(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ...[
      "",
      " ",
      "{",
      "[",
      "[1,]",
      "[,1]",
      "[1 2]",
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      "{1:2}",
      '"a',
      '"a\\"',
      "[1]]",
      "01",
    ],
    ...["nul", "truefalse", "+1", "1.", ".5", "-", '"\n"', '"\\x"', "'a'", "[1}", '{"a":1]', "1e5", "-0", "[[],{}]"],
    ...['{"__proto__":1}', '{"a":1,"a":2}', '"\\\\"', '["\\\\\\"]"]', " [ 1 , 2 ] ", '{ "a" : [ ] }'],
  ])("reads %j as it is read at once", async (text) => expect(await parse(text)).toEqual(native(text)));

  it("hands on every text that has escaped letters, names of fields too", async () => {
    const marked = await parseInBites('{"\\u0000":["b\\u0000","plain"]}', {
      ...MOST,
      tidy: (text) => text.replaceAll("\0", "!"),
    });
    expect(marked).toEqual({ value: { "!": ["b!", "plain"] } });
  });

  it.each([
    ["lists in lists", "[".repeat(5_000_000)],
    ["objects", `[${"{},".repeat(3_000_000)}{}]`],
    ["fields", `{${Array.from({ length: 200_000 }, (_, n) => `"k${n}":1`).join(",")}}`],
    ["numbers", `[${"1,".repeat(3_000_000)}1]`],
    ["texts", `[${'"",'.repeat(3_000_000)}""]`],
  ])("stops at too many %s", async (_, text) => expect(await parse(text)).toBe("too-many"));

  it("takes 200,000 addresses in short slices", async () => {
    const handles = Array.from({ length: 200_000 }, (_, n) => `person${n}@server${n % 5_000}.example`);
    const text = JSON.stringify({ before: { handles } });
    const longest = await longestSlice(() => parse(text));
    expect(longest).toBeLessThan(process.env.PROVE ? 50 : 250);
    expect(await parse(text)).toEqual({ value: { before: { handles } } });
  });
});
