import type { Writer } from "#i18n/say.ts";
import { dayInWords, dayOf } from "../day.ts";
import type { Published } from "../published.ts";
import { NONE } from "../template.ts";

/** A published line as evidence: who says what about whom, where and when it was read. */
export const sourceLine = ({ by, about, above, severity, url, at }: Published, { say, language }: Writer): string =>
  say("source", {
    by,
    about,
    above: above ? "yes" : "no",
    severity,
    day: dayInWords(dayOf(at), language),
    link: url ?? NONE,
  });

/** Whether what follows from published lines is certain: only where each of them is. */
export const sureOf = (lines: readonly Published[]): "yes" | "no" =>
  lines.some(({ likely }) => likely) ? "no" : "yes";
