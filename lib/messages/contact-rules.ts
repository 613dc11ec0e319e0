import { type CauseId, causeOf, type JudgedCause } from "#lib/causes/index.ts";
import type { ContactRule } from "#lib/domain/diagnosis/contact-rule.ts";

/** Where no cause is shown. */
const WITHOUT_CAUSE: Readonly<Record<Exclude<JudgedCause, CauseId>, ContactRule>> = {
  unknown: { by: "public", why: "cannot-tell" },
  // Some of them decided not to follow any more. Nobody can see who, so nobody is singled out.
  unexplained: { by: "public", why: "cannot-tell" },
  clear: { by: "nothing", why: "move-not-done" },
};

export function ruleFor(cause: JudgedCause | null): ContactRule {
  if (cause === null) return WITHOUT_CAUSE.clear;
  if (cause === "unknown" || cause === "unexplained" || cause === "clear") return WITHOUT_CAUSE[cause];
  return causeOf(cause)?.contact ?? WITHOUT_CAUSE.unknown;
}
