import type { CheckState } from "#lib/contract/check-state.ts";
import { isEnded } from "../ended.ts";
import { viewSteps } from "../steps.ts";

/** What has been said to screen readers so far. */
export type Said = { readonly step: string; readonly quarter: number; readonly at: number };
export type Announcement = {
  readonly say: { readonly kind: "step" | "part" | "done"; readonly step: string; readonly percent: number };
  readonly said: Said;
};

const PAUSE_MS = 10_000;
export const NOTHING_SAID: Said = { step: "", quarter: 0, at: Number.NEGATIVE_INFINITY };

/** A new step, or another quarter of it, at most every ten seconds; the end at once. */
export function announce(state: CheckState, said: Said, now: number): Announcement | null {
  if (isEnded(state)) return said.step === "end" ? null : tell("done", "end", 0, now);
  const step = viewSteps(state).find(({ phase }) => phase === "now");
  if (!step || now - said.at < PAUSE_MS) return null;
  const quarter = step.total ? Math.floor((step.done / step.total) * 4) : 0;
  if (step.id !== said.step) return tell("step", step.id, quarter, now);
  return quarter > said.quarter ? tell("part", step.id, quarter, now) : null;
}

const tell = (kind: Announcement["say"]["kind"], step: string, quarter: number, at: number): Announcement => ({
  say: { kind, step, percent: quarter * 25 },
  said: { step, quarter, at },
});
