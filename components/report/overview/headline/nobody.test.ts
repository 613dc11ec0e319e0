import { expect, it } from "vitest";
import { counts, finding, report } from "#testing/components/report.ts";
import { whyNobody } from "./nobody.ts";

const hidden = [finding("old-list-hidden"), finding("new-list-hidden")];

it.each([
  ["unsaid", "ended", report({ move: { state: "done", findings: hidden }, counts: counts({ newList: null }) })],
  ["unsaid", "ended", report({ move: { state: "unclear", findings: [finding("old-unreachable")] } })],
  ["reading", "running", report({ counts: counts({ newList: null }) })],
  ["reading", "running", report({ counts: counts({ provisional: 5 }) })],
  ["notMoved", "ended", report({ move: { state: "not-started", findings: [finding("move-not-started")] } })],
  ["notMoved", "ended", report({ move: { state: "elsewhere", findings: [] } })],
  ["unproven", "ended", report({ counts: counts({ missing: 9 }), servers: [] })],
  ["nobody", "ended", report({ counts: counts({ here: 9 }) })],
] as const)("an empty list is explained as %s when the check has %s", (why, phase, given) => {
  expect(whyNobody(given, phase)).toBe(why);
});
