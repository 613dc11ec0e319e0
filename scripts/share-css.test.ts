import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SHARE_CSS, shareCss } from "./share-css.ts";

const made = shareCss();

test("the style sheet of the light pages is what the app's sheets make: run scripts/share-css.ts", () => {
  expect(readFileSync(SHARE_CSS, "utf8")).toBe(made);
});

test("it has the tokens, both faces of the light pages and nothing of the app's other parts", () => {
  for (const wanted of [
    "--ember-fill:",
    "bricolage-700-latin.woff2",
    "commissioner-400-latin.woff2",
    ".lite {",
    ".btn--main",
  ])
    expect(made).toContain(wanted);
  for (const other of ["commissioner-var", ".checkbar", ".whobar", ".causes", ".person"])
    expect(made).not.toContain(other);
});

test("each rule is whole", () => {
  expect(made.split("{").length).toBe(made.split("}").length);
});
