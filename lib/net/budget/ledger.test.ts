import { expect, test } from "vitest";
import { ledgerLaws } from "#testing/ledger-laws.ts";
import { memoryLedger } from "./ledger.ts";

test.each(ledgerLaws.map((law) => [law.name, law] as const))("%s", async (_, law) => {
  await law.holds(memoryLedger(), "far.example", (actual, expected, what) => expect(actual, what).toEqual(expected));
  expect.hasAssertions();
});
