import { expect, it } from "vitest";
import { failureOf } from "./ended-note.tsx";

it.each([
  ["process-ended", "process-ended"],
  ["opted-out", "opted-out"],
  ["a code of tomorrow", "other"],
  [undefined, "other"],
])("%s is said as %s", (code, said) => expect(failureOf(code)).toBe(said));
