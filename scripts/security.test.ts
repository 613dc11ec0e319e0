import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { expect, it } from "vitest";

/** What `docs/security.md` says of a threat is held by a test, or by several: a promise without one is a wish. */
const isTest = (file: string): boolean => /\.(?:test|spec)\.tsx?$/.test(file);
const testsAt = (path: string): readonly string[] => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return isTest(path) ? [path] : [];
  return readdirSync(path, { recursive: true, encoding: "utf8" }).filter(isTest);
};

const rows = readFileSync("docs/security.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes("`"))
  .map((line) => line.slice(2, -2).split(" | "))
  .filter((cells) => cells.length === 3);

it("every threat and every parser has tests that are there", () => {
  expect(rows.length).toBeGreaterThan(45);
  for (const [what, answer = "", held = ""] of rows) {
    // A parser has two columns of tests; where the second says that it is the first, that one holds both.
    const named = [...(held.includes("`") ? held : answer).matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path);
    expect(named, what).not.toEqual([]);
    for (const path of named) expect(testsAt(path), `${what}: ${path}`).not.toEqual([]);
  }
});
