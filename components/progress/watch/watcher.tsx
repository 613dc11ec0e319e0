"use client";

import { useEffect } from "react";
import type { CheckState } from "#lib/contract/check-state.ts";
import { Announcer } from "../announce/announcer.tsx";
import { isEnded } from "../ended.ts";
import { type Heard, useCheck } from "./use-check.ts";
import { useHeadline } from "./use-headline.ts";
import { useRefresh } from "./use-refresh.ts";

type WatcherProps = { rendered: CheckState; held: boolean; onHear: (heard: Heard) => void };

/** Listens to a check at work, keeps the page fresh and says aloud how far it is. */
export default function Watcher({ rendered, held, onHear }: WatcherProps) {
  const { state, line } = useCheck(rendered);
  const [ended, drawn] = [isEnded(state), isEnded(rendered)];
  useEffect(() => onHear({ state, line }), [state, line, onHear]);
  // A router that finds no server leaves this page for one that cannot be loaded.
  useRefresh({ rev: state.rev, drawn: rendered.rev, ended, held: held || line === "interrupted" });
  useHeadline(drawn);
  return <Announcer behind={ended && !drawn} state={state} />;
}
