import { expect, it } from "vitest";
import { Mark, MoreInput, NewCheck } from "#lib/contract/check-input.ts";
import { NewShare } from "#lib/contract/share.ts";
import { check } from "./body.ts";
import { formInput, formProblems } from "./start-form.ts";

const old = "alice@old.example";
const six = ["a.test", "b.test", "c.test", "d.test", "e.test", "f.test"];

it.each([
  [NewCheck, null, { "": "other" }],
  [NewCheck, {}, { mode: "choice" }],
  [NewCheck, { mode: "moved" }, { old: "empty" }],
  [NewCheck, { mode: "moved", old: 5, new: "" }, { old: "other", new: "empty" }],
  [NewCheck, { mode: "moved", old: "x".repeat(501) }, { old: "too-long" }],
  [NewCheck, { mode: "planned", old, candidates: six }, { candidates: "too-many" }],
  [NewCheck, { mode: "planned", old, candidates: "a.test" }, { candidates: "other" }],
  [NewCheck, { mode: "planned", old, candidates: ["a.test", ""] }, { "candidates.1": "empty" }],
  [NewCheck, { mode: "moved", old, movedAt: "2026-13-40" }, { movedAt: "date" }],
  [NewCheck, { mode: "moved", old, before: { count: "many" } }, { "before.count": "number" }],
  [NewCheck, { mode: "moved", old, before: { count: -1 } }, { "before.count": "number" }],
  [NewCheck, { mode: "moved", old, before: { count: 1.5 } }, { "before.count": "number" }],
  [MoreInput, { told: [{ server: "a.test", onOld: "x" }] }, { "told.0.onOld": "choice" }],
  [Mark, { mark: "x" }, { acct: "empty", mark: "choice" }],
  [NewShare, { days: 5 }, { days: "choice" }],
])("says what is wrong in codes: %#", (schema, value, fields) =>
  expect(check<unknown>(schema, value)).toEqual({ ok: false, fields }),
);

it("tells the start page about the fields it has", () => {
  const problemsOf = (form: Record<string, string>) => {
    const read = check(NewCheck, formInput(form));
    return read.ok ? {} : formProblems(read.fields);
  };
  expect(problemsOf({ "before.count": "a few", movedAt: "then" })).toEqual({
    old: "empty",
    "before.count": "number",
    movedAt: "date",
  });
  expect(problemsOf({ old: "x".repeat(501), "before.handles": `bo@far.example\n${"x".repeat(501)}` })).toEqual({
    old: "too-long",
    "before.handles": "too-long",
  });
});

it("takes the kind and the day of a list from the file that was chosen", () => {
  const list = { old, "before.handles": "bo@far.example", "before.kind": "snapshot" };
  const before = { handles: ["bo@far.example"], kind: "snapshot" };
  const takenAt = "2026-11-02T08:30:00.000Z";
  expect(formInput({ ...list, "before.takenAt": takenAt })).toMatchObject({ before: { ...before, takenAt } });
  expect(formInput({ ...list, "before.takenAt": "" })).toEqual({ mode: "moved", old, before });
});
