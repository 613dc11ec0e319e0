import { expect, it } from "vitest";
import type { ReportFollower } from "#lib/contract/report.ts";
import { csvCell, csvLine } from "./export.ts";

it.each([
  ["Bo", "Bo"],
  ["=HYPERLINK(1)", `"'=HYPERLINK(1)"`],
  ["+1", `"'+1"`],
  ["-1", `"'-1"`],
  ["@cmd", `"'@cmd"`],
  ["  =1+1", `"'  =1+1"`],
  ["\t=1", `"'\t=1"`],
  ["a,b", `"a,b"`],
  ["\uff1d1+1", `"'\uff1d1+1"`],
  ["Bo; =HYPERLINK(1);b", `"Bo;' =HYPERLINK(1);b"`],
  ['say "hi"', `"say ""hi"""`],
  ["two\nlines", `"two\nlines"`],
  ["", ""],
])("%j is written as %s", (text, cell) => expect(csvCell(text)).toBe(cell));

it("says where somebody lives now who moved on", () => {
  const bo: ReportFollower = {
    ...{ acct: "bo@far.example", server: "far.example", position: "old-only", group: "follower", cause: "moved-on" },
    ...{ certainty: "proven", reach: "works", youFollow: true, newAddress: "bo@near.example" },
    ...{ also: [], undecided: [], because: [] },
  };
  expect(csvLine(bo)).toBe("bo@far.example,,far.example,follower,moved-on,proven,works,yes,,,bo@near.example\r\n");
});
