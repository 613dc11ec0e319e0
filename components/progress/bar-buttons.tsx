"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isEnded } from "./ended.ts";
import { Recheck } from "./recheck/recheck.tsx";
import { viewSteps } from "./steps.ts";
import { Stop } from "./stop.tsx";
import { useWatched } from "./watch/watch.tsx";

type BarButtonsProps = { icons: { again: ReactNode; stop: ReactNode } };

/** Stop while the check runs; check again when it has ended. */
export function BarButtons({ icons }: BarButtonsProps) {
  const { state, behind, line } = useWatched();
  if (line === "gone") return null;
  return isEnded(state) && !behind ? (
    <Recheck again={state.recheckAt} icon={icons.again} id={state.id} />
  ) : (
    <Stop icon={icons.stop} id={state.id} />
  );
}

/** One thin line at the foot of the header: it takes no room from anything. */
export function Hairline() {
  const t = useTranslations("progress");
  const { state, behind } = useWatched();
  if (isEnded(state) && !behind) return null;
  const percent = Math.round(shareOf(viewSteps(state)) * 100);
  return (
    <svg
      aria-label={t("bar")}
      aria-valuemax={100}
      aria-valuemin={0}
      aria-valuenow={percent}
      className="hairline"
      role="progressbar"
    >
      <rect height="3" width={`${percent}%`} />
    </svg>
  );
}

/** All steps count the same: how long one takes is not known before. */
function shareOf(steps: ReturnType<typeof viewSteps>): number {
  const parts = steps.map(({ phase, done, total }) => (phase === "done" ? 1 : total ? Math.min(1, done / total) : 0));
  return parts.reduce((sum, part) => sum + part, 0) / Math.max(1, steps.length);
}
