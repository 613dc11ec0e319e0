import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { startWords } from "#testing/app/process.ts";

/** Node's own settings are part of what is shipped: they decide how much memory an idle copy takes. */
it.each(["Containerfile", "deploy/housewarming.service"])("%s starts the app as npm start does", (file) => {
  const words = startWords();
  expect(words.at(-1)).toBe("scripts/start.ts");
  const text = readFileSync(file, "utf8");
  const asList = JSON.stringify(["node", ...words]).replaceAll(",", ", ");
  expect([`node ${words.join(" ")}`, asList].some((command) => text.includes(command))).toBe(true);
});
