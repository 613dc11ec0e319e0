import fc from "fast-check";
import { expect, test } from "vitest";
import { mutated } from "#testing/strangers/mutated.ts";
import { readHandedList } from "./handed-list.ts";
import { knownBefore } from "./list-from-before.ts";

/** What a mover hands in comes from anywhere: it is a list or none, and nobody's mistake of ours. */
const RUNS = process.env.PROVE ? 10_000 : 300;

const piece = fc.oneof(
  fc.string({ maxLength: 10 }),
  fc.constantFrom(
    "#domain,#severity\n",
    "domain,severity,public_comment\n",
    "bad.example",
    "*.bad.example",
    ",suspend\n",
  ),
  fc.constantFrom(
    '"',
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\ufeff",
    "\u0000",
    "\ud800",
    "xn--a",
    "@",
    "ada@far.example",
    "__proto__",
  ),
);
const texts = fc.oneof(
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
  mutated([
    { blocks: { "bad.example": "spam" } },
    [{ domain: "bad.example", severity: "suspend" }],
    ["bad.example"],
  ]).map((value) => JSON.stringify(value) ?? ""),
);

test("a block list that an admin handed out", async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const list = await readHandedList(text);
      if (list === null || list === "too-long") return;
      // It is kept as JSON, and its rows are names or digests.
      expect(JSON.parse(JSON.stringify(list.rows))).toEqual(list.rows);
      for (const { domain, digest } of list.rows) expect(typeof (domain ?? digest)).toBe("string");
    }),
    { numRuns: RUNS },
  );
});

test("a list of followers from before", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { maxLength: 6 }), async (handles) => {
      const known = await knownBefore({ handles });
      expect(() => JSON.stringify(known)).not.toThrow();
    }),
    { numRuns: RUNS },
  );
});
