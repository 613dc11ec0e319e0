import type { HandleError } from "#lib/domain/names/handle.ts";

/** What can be wrong with an input, by the codes of the contract's `fields`; each has words. */
export const PROBLEMS = [
  "empty",
  "syntax",
  "no-user",
  "no-server",
  "bare-host",
  "email",
  "opaque-link",
  "network-bluesky",
  "network-x",
  "host-empty",
  "host-syntax",
  "host-address",
  "host-single-label",
  "host-local",
  "host-port",
  "same-account",
  "date",
  "number",
  "too-long",
  "too-many",
  "choice",
  "busy",
  "other",
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** A code from outside chooses words of ours and never brings its own. */
export const problemCode = (text: string): ProblemCode => PROBLEMS.find((code) => code === text) ?? "other";

export function codeOf(error: HandleError): ProblemCode {
  if (error.code === "host") return problemCode(`host-${error.why}`);
  if (error.code === "other-network") return problemCode(`network-${error.network}`);
  return problemCode(error.code);
}

export const FIELDS = ["old", "new", "candidates", "movedAt", "before.count", "before.handles"] as const;

/** What the form carries beside them, for nobody to type: it comes with a file. */
export const WITH_FILE = ["before.kind", "before.takenAt"] as const;

export type FieldName = (typeof FIELDS)[number];
export type FieldProblems = Partial<Record<FieldName, ProblemCode>>;
