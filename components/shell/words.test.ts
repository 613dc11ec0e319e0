import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { type Messages, pseudo, pseudoText } from "#i18n/pseudo.ts";

const texts = (messages: Messages): string[] =>
  Object.values(messages).flatMap((value) => (typeof value === "string" ? [value] : texts(value)));
const plainArguments = (text: string) => (text.match(/\{\w+[,}]/g) ?? []).join();

describe("the pseudo-language", () => {
  it("changes words and leaves arguments, keywords and tags", () => {
    expect(pseudoText("{count, plural, one {# open door} other {<b>#</b> doors}} of {name}")).toMatch(
      /^⟦\{count, plural, one \{# öpén döör\} other \{<b>#<\/b> döörs\}\} öf \{name\}·+⟧$/,
    );
  });

  it("keeps the arguments of every text we have", () => {
    const [before, after] = [texts(english), texts(pseudo(english))];
    expect(before.length).toBeGreaterThan(100);
    expect(after.map(plainArguments)).toEqual(before.map(plainArguments));
  });

  it("makes every text longer", () => {
    for (const text of texts(english)) expect(pseudoText(text).length).toBeGreaterThan(text.length);
  });
});

describe("the words", () => {
  it("never speak of people as lost, absent or left behind", () => {
    for (const text of texts(english)) expect(text).not.toMatch(/\b(lost|absent|left behind|defederat)/i);
  });
});
