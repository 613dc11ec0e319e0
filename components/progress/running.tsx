"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "#components/ui/time/moment.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import { type StepView, viewSteps } from "./steps.ts";
import { useEstimate } from "./use-estimate.ts";
import { useWatched } from "./watch/watch.tsx";

type RunningProps = { icons: { now: ReactNode; done: ReactNode; next: ReactNode } };

/** The step at work with its numbers, the time left, and all steps in a fold. */
export function Running({ icons }: RunningProps) {
  const t = useTranslations("progress");
  const { state, line, behind, held, hold } = useWatched();
  const steps = viewSteps(state);
  const step = steps.find(({ phase }) => phase === "now");
  const left = useEstimate(behind ? undefined : step);
  return (
    <section aria-label={t("title")} data-progress>
      <div className="runline">
        <span>
          {icons.now}
          {behind ? t("drawing") : <Now state={state} step={step} />}
        </span>
        {left ? <span>{t("estimate", left)}</span> : null}
        <details className="steps">
          <summary>{t("all")}</summary>
          <ol className="steps__list">
            {steps.map((one) => (
              <StepLine icon={icons[one.phase]} key={one.id} step={one} />
            ))}
          </ol>
        </details>
        <button aria-pressed={held} className="linkish noscript:hidden" onClick={hold} type="button">
          {t(held ? "follow" : "hold")}
        </button>
      </div>
      <Waits waits={state.waits} />
      {line === "interrupted" ? <p className="hint">{t("offline")}</p> : null}
      <noscript>
        <p className="hint">{t("reload")}</p>
      </noscript>
    </section>
  );
}

function Now({ state: { state }, step }: { state: CheckState; step: StepView | undefined }) {
  const t = useTranslations("progress");
  if (state === "queued" || state === "waiting") return t(state);
  if (!step) return t("title");
  return (
    <>
      {t(`steps.${step.id}`)} <Count step={step} />
    </>
  );
}

/** One question for both accounts: nobody learns anything from "1 of 1". */
const UNCOUNTED: ReadonlySet<StepView["id"]> = new Set(["resolve"]);

function Count({ step: { id, done, total, phase } }: { step: StepView }) {
  const t = useTranslations("progress");
  const format = useFormatter();
  if (phase === "next" || (done === 0 && total === null) || UNCOUNTED.has(id)) return null;
  const values = { done: format.number(done), total: total === null ? "" : format.number(total) };
  return <b className="num">{t(total === null ? "countOpen" : "count", values)}</b>;
}

function StepLine({ step, icon }: { step: StepView; icon: ReactNode }) {
  const t = useTranslations("progress");
  return (
    <li className={step.phase === "next" ? "todo" : step.phase}>
      {icon}
      <span>
        {t(`steps.${step.id}`)} <span className="sr">({t(`state.${step.phase}`)})</span>
      </span>
      <Count step={step} />
    </li>
  );
}

function Waits({ waits }: Pick<CheckState, "waits">) {
  const t = useTranslations("progress.wait");
  if (waits.length === 0) return null;
  return (
    <ul className="hint waits">
      {waits.map(({ host, until, why }) => (
        <li key={host}>
          {t.rich(why, { host: () => <bdi dir="ltr">{host}</bdi>, time: () => <Moment at={until} clock /> })}
        </li>
      ))}
    </ul>
  );
}
