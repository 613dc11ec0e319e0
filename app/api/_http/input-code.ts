import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

/** What a schema finds wrong, as a code like those of addresses: pages have the words, and nobody reads the library's. */
export function inputCode(issue: Issue): string {
  if (issue.input === undefined) return "empty";
  switch (issue.code) {
    case "too_big":
      return { string: "too-long", array: "too-many" }[issue.origin as string] ?? "number";
    case "too_small":
      return ["string", "array"].includes(issue.origin) ? "empty" : "number";
    case "invalid_type":
      return ["number", "int"].includes(issue.expected) ? "number" : "other";
    case "invalid_value":
    case "invalid_union":
      return "choice";
    default:
      return "other";
  }
}
