import { Check, CircleDashed, LoaderCircle } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { StepView } from "./steps.ts";

const MARK = { done: Check, now: LoaderCircle, next: CircleDashed } as const;

/** One question for both accounts: nobody learns anything from "1 of 1". */
const UNCOUNTED: ReadonlySet<StepView["id"]> = new Set(["resolve"]);

export function StepLine({ step: { id, done, total, phase } }: { step: StepView }) {
  const t = useTranslations("progress");
  const format = useFormatter();
  const Mark = MARK[phase];
  const values = { done: format.number(done), total: total === null ? "" : format.number(total) };
  return (
    <li className={`relative py-1.5 ${phase === "next" ? "text-quiet" : ""}`}>
      <div className="flex items-center gap-2.5">
        <Mark
          aria-hidden
          className={`size-4 shrink-0 ${phase === "now" ? "animate-spin text-ember" : phase === "done" ? "text-good" : ""}`}
        />
        <span className="flex-1">
          {t(`steps.${id}`)} <span className="sr-only">({t(`state.${phase}`)})</span>
        </span>
        {phase === "next" || (done === 0 && total === null) || UNCOUNTED.has(id) ? null : (
          <span className="tabular-nums">{t(total === null ? "countOpen" : "count", values)}</span>
        )}
      </div>
      {phase === "now" && total ? (
        <progress
          aria-label={t(`steps.${id}`)}
          className="absolute inset-x-0 bottom-0 block h-1 w-full appearance-none overflow-hidden rounded-full bg-sunk [&::-moz-progress-bar]:bg-ember [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-ember"
          max={total}
          value={done}
        />
      ) : null}
    </li>
  );
}
