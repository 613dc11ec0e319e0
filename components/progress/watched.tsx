"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Moment } from "#components/ui/moment.tsx";
import type { CheckState } from "#lib/contract/check-state.ts";
import { Announcer } from "./announcer.tsx";
import { isEnded } from "./ended.ts";
import { failureOf, Gone, Yours } from "./ended-note.tsx";
import { HoldButton, PanelButtons, StopForm } from "./panel-buttons.tsx";
import { StepLine } from "./step-line.tsx";
import { type StepView, viewSteps } from "./steps.ts";
import { useCheck } from "./use-check.ts";
import { useEstimate } from "./use-estimate.ts";
import { useRefresh } from "./use-refresh.ts";

/** How far the check is, and what keeps the page below it fresh. */
export default function Watched({ rendered }: { rendered: CheckState }) {
  const { state, line } = useCheck(rendered);
  const [held, setHeld] = useState(false);
  const ended = isEnded(state);
  // A router that finds no server leaves this page for one that cannot be loaded.
  useRefresh({ rev: state.rev, drawn: rendered.rev, ended, held: held || line === "interrupted" });
  // "Done" above a report of before would be untrue: until its own is drawn, the last step goes on.
  const behind = ended && !isEnded(rendered);
  if (line === "gone") return <Gone />;
  return (
    <>
      <Announcer behind={behind} state={state} />
      <Panel
        behind={behind}
        held={held}
        interrupted={line === "interrupted"}
        onHold={() => setHeld(!held)}
        state={state}
      />
    </>
  );
}

type PanelProps = { state: CheckState; behind: boolean; interrupted: boolean; held: boolean; onHold: () => void };

function Panel({ state, behind, interrupted, held, onHold }: PanelProps) {
  const t = useTranslations("progress");
  const steps = viewSteps(state);
  const ended = isEnded(state) && !behind;
  return (
    <section aria-labelledby="progress" className="rounded-2xl border border-line bg-card p-5 sm:p-6 print:hidden">
      <h2 className="font-semibold text-lg" id="progress">
        {behind ? t("drawing") : <PanelTitle state={state} />}
      </h2>
      <Yours failure={state.failure} proof={state.proof} />
      <ol className="mt-3">
        {steps.map((step) => (
          <StepLine key={step.id} step={step} />
        ))}
      </ol>
      {ended ? (
        <Found missing={state.counts?.missing ?? 0} />
      ) : (
        <Remaining step={behind ? undefined : steps.find(({ phase }) => phase === "now")} />
      )}
      <Waits waits={state.waits} />
      {interrupted ? <p className="mt-3 text-quiet">{t("offline")}</p> : null}
      <noscript>
        <p className="mt-3 text-quiet">{t("reload")}</p>
      </noscript>
      {ended ? null : <StopForm id={state.id} />}
      <div className="mt-4 noscript:hidden flex min-h-9 flex-wrap items-center gap-2">
        {ended ? (
          <a className="font-semibold text-ember underline underline-offset-4" href="#results">
            {t("toResults")}
          </a>
        ) : null}
        {behind && held ? <HoldButton held={held} onHold={onHold} /> : null}
        {ended || behind ? null : <PanelButtons held={held} id={state.id} onHold={onHold} />}
      </div>
    </section>
  );
}

/** On a phone the panel fills the first screen, so the number stands in it, where the time left stood. */
function Found({ missing }: { missing: number }) {
  const t = useTranslations("progress");
  return <p className="mt-2 min-h-6">{missing > 0 ? t("found", { count: missing }) : null}</p>;
}

function PanelTitle({ state: { state, failure } }: { state: CheckState }) {
  const t = useTranslations("progress");
  if (state === "failed") return `${t("failed")} ${t(`failure.${failureOf(failure)}`)}`;
  if (state === "done" || state === "cancelled") return t(`ended.${state}`);
  return t(state === "running" ? "title" : state);
}

function Remaining({ step }: { step: StepView | undefined }) {
  const t = useTranslations("progress");
  const left = useEstimate(step);
  return <p className="mt-2 min-h-6 text-quiet text-sm">{left ? t("estimate", left) : null}</p>;
}

function Waits({ waits }: Pick<CheckState, "waits">) {
  const t = useTranslations("progress.wait");
  if (waits.length === 0) return null;
  return (
    <ul className="mt-1 space-y-1">
      {waits.map(({ host, until, why }) => (
        <li key={host}>
          {t.rich(why, { host: () => <bdi dir="ltr">{host}</bdi>, time: () => <Moment at={until} clock /> })}
        </li>
      ))}
    </ul>
  );
}
