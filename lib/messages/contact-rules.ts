import { causeOf } from "#lib/causes/index.ts";
import type { ContactRule } from "#lib/domain/diagnosis/contact-rule.ts";
import type { Outcome } from "#lib/domain/diagnosis/verdict.ts";

type NoCause = Exclude<Outcome<never>["cause"], null>;

/** Where no cause is shown. */
const WITHOUT_CAUSE: Readonly<Record<NoCause, ContactRule>> = {
  unknown: { by: "public", why: "cannot-tell" },
  // Some of them decided not to follow any more. Nobody can see who, so nobody is singled out.
  unexplained: { by: "public", why: "cannot-tell" },
  clear: { by: "nothing", why: "move-not-done" },
};

export function ruleFor(cause: string | null): ContactRule {
  if (cause === null) return WITHOUT_CAUSE.clear;
  const rule = causeOf(cause)?.contact;
  if (rule) return rule;
  // A cause of newer rules than ours: nobody is written to about what is not understood.
  return Object.hasOwn(WITHOUT_CAUSE, cause) ? WITHOUT_CAUSE[cause as NoCause] : WITHOUT_CAUSE.unknown;
}
