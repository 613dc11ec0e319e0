"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isEnded } from "./ended.ts";
import { Ended, Gone } from "./ended-note.tsx";
import { Running } from "./running.tsx";
import { useWatched } from "./watch/watch.tsx";

type RunLineProps = {
  icons: { now: ReactNode; done: ReactNode; next: ReactNode };
  /** The headline says already how the check ended. */
  toldAbove: boolean;
  /** What stands here when the check has ended. */
  children: ReactNode;
};

/** One slot: how far the check is while it runs, how complete it was when it has ended. Nothing moves between the two. */
export function RunLine({ icons, toldAbove, children }: RunLineProps) {
  const t = useTranslations("progress");
  const { state, behind, line, watched } = useWatched();
  if (line === "gone") return <Gone />;
  if (behind || !isEnded(state)) return <Running icons={icons} />;
  return (
    <>
      {toldAbove ? null : <Ended state={state} />}
      {watched && state.state === "done" ? <span className="sr">{t("ended.done")}</span> : null}
      {children}
    </>
  );
}
