import { expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { reportLines } from "./report-lines.ts";

const COUNTS: Report["counts"] = {
  ...{ before: 2, beforeIs: "snapshot", here: 3, missing: 6, missingIs: "exact", newList: 10, newcomers: 7 },
  ...{ neither: null, byGroup: {}, byCause: {}, byReach: {} },
};
const account = (acct: string) => ({ acct, host: acct.slice(acct.indexOf("@") + 1) });
const report = (counts: Partial<Report["counts"]>): Report => ({
  ...{ version: 1, rules: "", mode: "moved", partial: false, checkedAt: "2026-11-20T12:00:00Z" },
  ...{ old: account("maria@old.example"), new: account("maria@new.example") },
  ...{ move: { state: "done", findings: [] }, counts: { ...COUNTS, ...counts }, servers: [], followers: [] },
});
const linesOf = (one: Report) => reportLines(one, { people: false });
const text = (counts: Partial<Report["counts"]>) => linesOf(report(counts)).join("\n");

it("counts against a snapshot only those who are in it", () => {
  const parts = { onOld: 5, onNeither: 1, snapshotHere: 1, snapshotMissing: 1, youFollow: 0 };
  expect(text({ parts })).toContain(
    "6 missing. Of the 2 in your snapshot: 1 missing, 1 came along. 10 follow the new account.",
  );
});

it("names no whole that is not known, or that was only stated", () => {
  expect(text({})).toContain("6 missing. 10 follow the new account.");
  expect(text({ before: 1200, beforeIs: "stated" })).toContain("6 missing. 10 follow");
});

it("says how much it saw", () => {
  expect(text({ missingIs: "at-least" })).toContain("At least 6 missing.");
  expect(text({ missing: 0, missingIs: "at-least" })).toContain("0 missing.");
  const parts = { onOld: 5, onNeither: 1, snapshotHere: 1, snapshotMissing: 1, youFollow: 0 };
  const unread = text({ newList: null, parts });
  expect(unread).toContain("6 known from before and not seen on the new list.");
  expect(unread).not.toContain("missing");
});

it("says that a list was not read to its end where it was not, and nowhere else", () => {
  expect(text({ newList: null })).toContain("The new list could not be read to its end.");
  expect(text({})).not.toContain("could not be read");
});

it("speaks of both lists where somebody is on neither, and nowhere else", () => {
  expect(text({ neither: { about: 3, basis: "stated" } })).toContain("About 3 are on neither list.");
  for (const neither of [null, { about: 0, basis: "stated" } as const])
    expect(text({ neither })).not.toContain("neither");
});

it.each(["not-started", "elsewhere"] as const)(
  "names no number where no move to this account was seen: %s",
  (state) => {
    const lines = linesOf({ ...report({}), move: { state, findings: [] } });
    expect(lines).toEqual([
      "@maria@old.example → @maria@new.example",
      "",
      "Nobody is judged: we see no move to this account.",
    ]);
  },
);

it("counts before a move those it knows of: a hidden list has more", () => {
  const lines = linesOf({ ...report({}), mode: "planned", followers: [] });
  expect(lines).toContain("0 followers known.");
});
