import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Whole pages, or what another component draws: the pictures of the states hold these. */
const ELSEWHERE: readonly string[] = ["ending", "lone-house", "prose", "drawing", "time/local-time"];

it("every shared component stands on the page of parts", () => {
  const shown = globSync("components/parts/*.tsx")
    .map((file) => readFileSync(file, "utf8"))
    .join("");
  const missing = globSync("components/ui/**/*.tsx")
    .map((file) => file.slice("components/ui/".length, -".tsx".length))
    .filter((name) => !ELSEWHERE.includes(name) && !shown.includes(`"#components/ui/${name}.tsx"`));
  expect(missing).toEqual([]);
});
