import { expect, it } from "vitest";
import type { Report } from "#lib/contract/report.ts";
import { hintFor } from "./hint.ts";
import { readEnd, readProblem } from "./stage.ts";

const report = (change: object = {}): Report =>
  ({
    ...{ mode: "moved", new: { acct: "alice@new.example" }, move: { findings: [] }, counts: { byCause: {} } },
    ...change,
  }) as unknown as Report;
const found = (...causes: readonly string[]) => ({ move: { findings: causes.map((cause) => ({ cause })) } });
const DONE = { state: "done" as const };
const BEFORE = { account: "new" as const, acct: "", host: "", rights: [], at: "", asked: {} };

it.each([
  ["nothing is open", DONE, report(), null],
  ["somebody has no cause", DONE, report({ counts: { byCause: { unknown: 1 } } }), "new"],
  ["the new list is hidden", DONE, report(found("new-list-hidden")), "new"],
  ["requests may wait", DONE, report(found("check-requests")), "new"],
  ["the check is at work", { state: "running" as const }, report(found("new-list-hidden")), null],
  ["the owner was signed in", { ...DONE, signIns: [BEFORE] }, report(found("new-list-hidden")), null],
  [
    "people were seen to wait",
    { ...DONE, signIns: [{ ...BEFORE, asked: { requests: 1 }, droppedAt: "2026-11-29" }] },
    report({ counts: { byCause: { "waiting-for-approval": 3, unknown: 1 } } }),
    { waiting: 3 },
  ],
  ["no new account is known", DONE, report({ ...found("check-requests"), new: null }), null],
  ["a plan with a hidden list", DONE, report({ ...found("old-list-hidden"), mode: "planned" }), "old"],
  ["a plan with an open one", DONE, report({ mode: "planned", counts: { byCause: { unknown: 9 } } }), null],
])("%s", (_, state, given, hint) => expect(hintFor(state, given)).toEqual(hint));

it("takes nothing from an address that is not its own", () => {
  expect([readEnd("in"), readEnd("<b>"), readEnd(undefined)]).toEqual(["in", null, null]);
  expect([readProblem("busy"), readProblem("x"), readProblem("no-account"), readProblem(undefined)]).toEqual([
    ...["busy", "other", "other"],
    null,
  ]);
});
