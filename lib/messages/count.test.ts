import { describe, expect, test } from "vitest";
import { countCharacters, countGraphemes, USUAL_LIMITS } from "./count.ts";

describe("countCharacters", () => {
  test.each([
    ["", 0],
    ["hello", 5],
    ["👩‍👩‍👧‍👦", 1],
    ["🇳🇱é́", 2],
    ["@bo@far.example hi", 6],
    ["@bo", 3],
    ["@bo.b-c@far.example, hi", 11],
    ["Bo@far.example", 14],
    ["see https://far.example/@bo/1234567890?q=1", 27],
    ["see https://far.example/@bo.", 28],
    ["(https://far.example/a)", 25],
    ["http://a.example", 23],
    ["https://a.example and https://b.example", 51],
    ["far.example/@bo", 15],
  ])("%s", (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });

  test("the price of a link is the server's", () => {
    expect(countCharacters("https://far.example/@bo", { ...USUAL_LIMITS, charactersPerUrl: 30 })).toBe(30);
  });

  test("an address without a leading @ counts in full, because it mentions nobody", () => {
    expect(countCharacters("maria@oldtown.example")).toBe(countGraphemes("maria@oldtown.example"));
  });

  test("what is counted without looking closely is counted as a close look would", () => {
    const close = new Intl.Segmenter("en", { granularity: "grapheme" });
    const every = Array.from({ length: 0x2100 }, (_, code) => String.fromCodePoint(code));
    const seen = (text: string): number => [...close.segment(text)].length;
    const texts = every.flatMap((one) => [one, `a${one}b`, `${one}${one}`, `\n${one}`]);
    expect(texts.filter((text) => countGraphemes(text) !== seen(text))).toEqual([]);
  });
});
