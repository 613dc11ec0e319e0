import { dirname } from "node:path";
import { expect, it } from "vitest";
import { filesToCheck } from "../layers.ts";

/** A reader takes in so many unlike files at a glance. */
const MOST = 20;
/** One rule, one software, one scenario a file: the folder is a table, and its index says what is in it. */
const ONE_RULE_A_FILE = ["lib/causes", "lib/software", "lib/fediverse/software", "world/scenarios"];

const isSource = (file: string): boolean => !/\.(test|spec)\.tsx?$/.test(file);

it(`no folder holds more than ${MOST} unlike files: part what belongs together into a folder in it`, () => {
  const sizes = new Map<string, number>();
  for (const folder of filesToCheck()
    .filter(isSource)
    .map((file) => dirname(file)))
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  expect(ONE_RULE_A_FILE.filter((folder) => !sizes.has(folder))).toEqual([]);
  expect([...sizes].filter(([folder, size]) => size > MOST && !ONE_RULE_A_FILE.includes(folder))).toEqual([]);
});
