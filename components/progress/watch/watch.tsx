"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { load } from "#components/ui/browser/load.ts";
import type { CheckState } from "#lib/contract/check-state.ts";
import { isEnded } from "../ended.ts";
import { Unwatched } from "../ended-note.tsx";
import type { Heard } from "./use-check.ts";

export type Watched = Heard & {
  /** This page was there while the check ran. */
  readonly watched: boolean;
  /** The check has ended, and the page still shows a report of before. */
  readonly behind: boolean;
  readonly held: boolean;
  readonly hold: () => void;
};

const Here = createContext<Watched | null>(null);

export function useWatched(): Watched {
  const here = useContext(Here);
  if (!here) throw new Error("Nothing watches a check here.");
  return here;
}

/** Most pages of a check are read after it has ended, and need nothing of what watches one. */
const Watcher = dynamic(load(() => import("./watcher.tsx"), Unwatched));

/** What a check at work says, for all parts of its pages: the header, the line of progress, the announcer. */
export function Watch({ rendered, children }: { rendered: CheckState; children: ReactNode }) {
  const ended = isEnded(rendered);
  const [watched, setWatched] = useState(!ended);
  const [heard, setHeard] = useState<Heard>({ state: rendered, line: "up" });
  const [held, setHeld] = useState(false);
  if (!ended && !watched) setWatched(true);
  const state = heard.state.rev >= rendered.rev ? heard.state : rendered;
  const here = useMemo<Watched>(
    () => ({
      state,
      line: heard.line,
      watched,
      // "Done" above a report of before would be untrue: until its own is drawn, the last step goes on.
      behind: isEnded(state) && !ended,
      held,
      hold: () => setHeld((now) => !now),
    }),
    [state, heard.line, watched, ended, held],
  );
  return (
    <Here value={here}>
      {watched ? <Watcher held={held} onHear={setHeard} rendered={rendered} /> : null}
      {children}
    </Here>
  );
}
