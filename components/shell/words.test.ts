import { createTranslator, type IntlError, IntlErrorCode } from "next-intl";
import { describe, expect, it } from "vitest";
import english from "#i18n/en.json" with { type: "json" };
import { type Messages, pseudo, pseudoText } from "#i18n/pseudo.ts";

/** Before the build every message is text, by its path. */
const entries = (messages: Messages, path = ""): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]): [string, string][] => {
    if (typeof value === "string") return [[`${path}${key}`, value]];
    return "map" in value ? [] : entries(value, `${path}${key}.`);
  });
const texts = (messages: Messages): string[] => entries(messages).map(([, text]) => text);
const keys = (messages: Messages): string[] => entries(messages).map(([key]) => key);

/** Values are missing on purpose: only texts that cannot be read at all are counted. */
function malformed(messages: Messages): string[] {
  const wrong: string[] = [];
  const onError = ({ code, message }: IntlError) => {
    if (code === IntlErrorCode.INVALID_MESSAGE) wrong.push(message);
  };
  const t = createTranslator({ locale: "en", messages: { ...messages }, onError });
  for (const key of keys(messages)) t.rich(key as never);
  return wrong;
}

describe("the pseudo-language", () => {
  it("changes words and leaves arguments, keywords and tags", () => {
    expect(pseudoText("{count, plural, one {# open door} other {<b>#</b> doors}} of {name}")).toMatch(
      /^⟦\{count, plural, one \{# öpén döör\} other \{<b>#<\/b> döörs\}\} öf \{name\}[· ]+⟧$/,
    );
  });

  it("understands what the build makes of a text", () => {
    const compiled = ["Open ", ["b", "you"], ["name"], ["n", 2, { one: "a door", other: [0, " doors"] }], 0];
    expect(pseudo({ compiled })).toEqual({
      compiled: [
        "⟦",
        "Øpén ",
        ["b", "ýöü"],
        ["name"],
        ["n", 2, { one: "á döör", other: [0, " döörs"] }],
        0,
        "······ ···",
        "⟧",
      ],
    });
  });

  it("stays well-formed", () => expect(malformed(pseudo(english))).toEqual([]));

  it("makes every text longer by two fifths, in pieces that break where words do", () => {
    for (const text of texts(english)) {
      const longer = pseudoText(text);
      expect(longer.length).toBeGreaterThanOrEqual(text.length * 1.4);
      expect(longer).not.toMatch(/·{7}/);
    }
  });
});

describe("the words", () => {
  it("are well-formed", () => {
    expect(malformed({ broken: "{count, plural, one {" })).toHaveLength(1);
    expect(malformed(english)).toEqual([]);
  });

  it("say of each certainty on the page about the method what they say beside a reason", () => {
    const { text } = english.how.sections.certainty;
    const { provenText, likelyText, possibleText } = english.certainty;
    for (const said of [provenText, likelyText, possibleText])
      expect(text.toLowerCase()).toContain(said.toLowerCase().replace(/\.$/, ""));
  });

  it("are what VOICE asks for: contracted, curly, without bows and without words that nobody says", () => {
    const never = [/'/, /\bplease note\b/i, /\bstands? (?:in the way|for)\b/i, /\bis said\b/i, /\bcarries? a mark\b/i];
    const notContracted = /\b(?:do|does|did|is|are|was|were|has|have|could|would) not\b|\bcannot\b/i;
    for (const [key, text] of entries(english)) {
      // Pages to read once and slowly stress a word by writing it out.
      if (/^(?:how|howBlocks|bot|privacy)\./.test(key)) continue;
      expect([key, text.match(notContracted)?.[0]]).toEqual([key, undefined]);
      for (const word of never) expect([key, text.match(word)?.[0]]).toEqual([key, undefined]);
    }
  });

  it("never speak of people as lost, absent or left behind", () => {
    for (const text of texts(english)) expect(text).not.toMatch(/\b(lost|absent|left behind|defederat)/i);
  });
});
