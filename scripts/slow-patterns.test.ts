import { readdirSync, readFileSync } from "node:fs";
import { analyse } from "scslre";
import { expect, test } from "vitest";
import { parseAst } from "vitest/node";

/**
 * Expressions that may take more than linear time, each with the sentence that makes it harmless: where its text was
 * cut before. A new one is either written otherwise or gets its sentence.
 */
const HARMLESS: Readonly<Record<string, string>> = {
  [String.raw`/\*+|\?|\[[!^]?[^\]]+\]|[\s\S]/g`]: "a row of a list, of 255 letters at most (glob.ts)",
  [String.raw`/\/+$/`]: "an address that the operator wrote (config.ts)",
  [String.raw`/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/`]: "an address that the operator wrote (contact.tsx)",
  [String.raw`/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/`]: "an address that the operator wrote (own-files.ts)",
  [String.raw`/^mailto:\S+@\S+$/i`]: "an address that the operator wrote (contact.tsx)",
  [String.raw`/[.,:;!?'")\]}…]+$/u`]: "a link in a message that we wrote (count.ts)",
  [String.raw`/^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\]]+$/`]:
    "an address for mail, cut to 254 letters before (letter.ts)",
};

/** All that strangers' text may come to: what they answer, what they type, and the addresses they ask for. */
const PLACES = ["lib", "server", "app", "i18n", "components"];
const filesIn = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => `${place}/${file}`);
const files = [...PLACES.flatMap(filesIn), "proxy.ts"];

type Node = { readonly type?: string; readonly regex?: { readonly pattern: string; readonly flags: string } };

function* expressionsIn(node: unknown): Generator<RegExp> {
  if (typeof node !== "object" || node === null) return;
  const { type, regex } = node as Node;
  if (type === "Literal" && regex) yield new RegExp(regex.pattern, regex.flags);
  for (const part of Object.values(node)) yield* expressionsIn(part);
}

const slowIn = (file: string): readonly string[] =>
  [...expressionsIn(parseAst(readFileSync(file, "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" }, file))].flatMap(
    (expression) => {
      const { reports } = analyse(expression, { maxReports: 1 });
      return reports.length > 0 ? [String(expression)] : [];
    },
  );

test("no expression over strangers' text takes more than linear time, but those whose text was cut", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(slowIn).sort()).toEqual(Object.keys(HARMLESS).sort());
});

test.each([String.raw`^\s*\*\.([^*?[]+\.[^*?[]+)$`, "a+$", "(?:a+)+b"])("finds %s", (pattern) => {
  expect(analyse(new RegExp(pattern)).reports).not.toEqual([]);
});
