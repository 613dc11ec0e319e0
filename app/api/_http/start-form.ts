import { defined } from "#lib/flow/defined.ts";

/** One more than a check takes, so that it says so. */
const MOST_LINES = 200_001;

type FormFields = Readonly<Record<string, string>>;

/** The start form's fields as the contract wants them. Numbers come as people type them: `1,200` or `1 200`. */
export function formInput(fields: FormFields): unknown {
  const { mode, old = "", new: neu, movedAt } = fields;
  const before = beforeOf(fields);
  const shared = { old, ...defined({ before }) };
  if (mode === "planned") return { mode, ...shared, candidates: candidatesOf(fields) };
  return { mode: "moved", ...shared, ...defined({ new: neu || undefined, movedAt }) };
}

/** One field for all of them, as people separate names. */
export const candidatesOf = ({ candidates = "" }: FormFields): readonly string[] =>
  candidates.split(/[\s,;]+/).filter((name) => name !== "");

function beforeOf(fields: FormFields) {
  const count = fields["before.count"]?.replace(/[\s.,'’_]/g, "");
  const handles = fields["before.handles"]?.split(/[\r\n]+/, MOST_LINES).filter((line) => line.trim() !== "");
  const [kind, takenAt] = [fields["before.kind"], fields["before.takenAt"] || undefined];
  if (!count && !handles?.length) return undefined;
  return {
    // What is no number is handed on, so that the form says so instead of dropping it.
    ...(count ? { count: /^\d+$/.test(count) ? Number(count) : count } : {}),
    ...(handles?.length ? { handles, ...defined({ kind, takenAt }) } : {}),
  };
}

/** A list is one field of the page, whichever of its lines is wrong. */
export const formProblems = (fields: FormFields): FormFields =>
  Object.fromEntries(Object.entries(fields).map(([path, code]) => [path.replace(LINE, "$1"), code]));

const LINE = /^(before\.handles|candidates)\.\d+$/;
