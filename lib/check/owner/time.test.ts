import { describe } from "vitest";
import { longestSlice } from "#testing/longest-slice.ts";
import { holdToTime, MOST_MS } from "#testing/strangers/hold-to-time.ts";
import { readHandedList } from "./handed-list.ts";
import { knownBefore } from "./list-from-before.ts";

/** As long as the contract lets an address be. */
const LONGEST = 500;
const inAddresses = (text: string): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, at) => text.slice(at * LONGEST, (at + 1) * LONGEST));

// They let others in while they read: what counts is how long nobody else goes on. `npm test` has the worst of them
// (handed-list.test.ts, list-from-before.test.ts).
describe.runIf(process.env.PROVE)("what a mover hands in", () =>
  holdToTime<Promise<unknown>>(
    {
      "a list that was handed in": readHandedList,
      "a table that was handed in": (text) => readHandedList(`domain,severity,public_comment\n${text}`),
      "JSON that was handed in": (text) => readHandedList(`{"blocks":{"bad.example":${JSON.stringify(text)}}}`),
      "a list from before": (text) => knownBefore({ handles: [...inAddresses(text)] }),
    },
    { ms: longestSlice, most: 2 * MOST_MS, tries: 50 },
  ),
);
