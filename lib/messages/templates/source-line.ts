import type { Writer } from "#i18n/say.ts";
import { dayInWords, dayOf } from "../day.ts";
import type { Published } from "../published.ts";
import { NONE } from "../template.ts";

/** A published line as evidence: who says what about whom, where and when it was read. */
export const sourceLine = ({ by, about, severity, url, at }: Published, { say, language }: Writer): string =>
  say("source", { by, about, severity, day: dayInWords(dayOf(at), language), link: url ?? NONE });
