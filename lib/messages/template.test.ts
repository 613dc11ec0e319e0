import { describe, expect, test } from "vitest";
import { inEnglish } from "#testing/writers.ts";
import { paragraphs, type Template, write, writeLetter } from "./template.ts";

const template: Template<{ readonly name: string }> = [
  ({ name }) => `A long greeting to ${name}`,
  ({ name }) => `Hi ${name}`,
];
const writer = inEnglish;

describe("a message", () => {
  test("is worded as fully as the server allows", () => {
    const limits = { maxCharacters: 25, charactersPerUrl: 23 };
    expect(write(template, { name: "Bo" }, { writer, limits }).text).toBe("A long greeting to Bo");
    expect(write(template, { name: "Barnabas" }, { writer, limits }).text).toBe("Hi Barnabas");
  });
  test("that fits in no wording says so, with the shortest", () => {
    const limits = { maxCharacters: 4, charactersPerUrl: 23 };
    expect(write(template, { name: "Bo" }, { writer, limits })).toMatchObject({
      text: "Hi Bo",
      counted: 5,
      limit: 4,
      fits: false,
    });
  });
  test("is counted with links at the server's price", () => {
    const link: Template<unknown> = [() => "https://a.example"];
    expect(write(link, {}, { writer, limits: { maxCharacters: 20, charactersPerUrl: 30 } })).toMatchObject({
      counted: 30,
    });
  });
  test("as a letter costs what a reader sees", () => {
    expect(writeLetter(template, { name: "https://a.example" }, { writer }).counted).toBe(
      "A long greeting to https://a.example".length,
    );
  });
  test("has paragraphs only where there is something to say", () => {
    expect(paragraphs("a", undefined, false, "", "b")).toBe("a\n\nb");
  });
});
