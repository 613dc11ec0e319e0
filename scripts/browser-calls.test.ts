import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { filesToCheck } from "./layers.ts";

it("the browser calls our API in files named use-*.ts alone, so that they are found by name", () => {
  const calling = filesToCheck()
    .filter((file) => file.startsWith("components/") && !file.includes(".test."))
    .filter((file) => /\bfetch\(/.test(readFileSync(file, "utf8")));
  expect(calling.length).toBeGreaterThan(3);
  expect(calling.filter((file) => !/\/use-[^/]+\.ts$/.test(file))).toEqual([]);
});
