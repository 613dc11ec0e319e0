import type { CheckState } from "#lib/contract/check-state.ts";
import { stepTitle } from "./words.ts";

export type Screen = { readonly isTTY?: boolean; write(text: string): unknown };
export type Progress = { show(state: CheckState): void; end(): void };

export const SILENT: Progress = { show: () => undefined, end: () => undefined };

/** One line that is written over on a terminal; in a file a line for each step that begins. No colours anywhere. */
export function openProgress(screen: Screen): Progress {
  let last = "";
  const over = screen.isTTY === true;
  return {
    show(state) {
      const line = over ? lineOf(state) : (state.resumesAt ?? currentStep(state));
      if (line === last) return;
      last = line;
      screen.write(over ? `\r\x1b[K${line}` : `${over || !state.resumesAt ? line : waitLine(state.resumesAt)}\n`);
    },
    end: () => void (over && last !== "" && screen.write("\r\x1b[K")),
  };
}

const lineOf = (state: CheckState): string =>
  state.state === "waiting" && state.resumesAt
    ? waitLine(state.resumesAt)
    : `${currentStep(state)} ${numbersOf(state)}`;

const waitLine = (until: string): string => `Waiting until ${until} to ask on`;

const stepUnderWay = ({ steps }: CheckState) =>
  steps.find(({ done, total }) => done > 0 && (total === null || done < total)) ??
  steps.findLast(({ done }) => done > 0);

function currentStep(state: CheckState): string {
  const step = stepUnderWay(state);
  return stepTitle(step?.id ?? "resolve");
}

function numbersOf(state: CheckState): string {
  const step = stepUnderWay(state);
  const { here = 0, missing = 0 } = state.counts ?? {};
  const done = step ? `${step.done}${step.total === null ? "" : ` of ${step.total}`}` : "";
  return `${done} · ${here} here, ${missing} missing so far`;
}
