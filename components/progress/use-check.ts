"use client";

import { useEffect, useState } from "react";
import type { CheckState } from "#lib/contract/check-state.ts";
import { CHANGES, type Change } from "./check-events.ts";
import { isEnded } from "./ended.ts";

const POLL_MS = 3_000;

/** The check as it stands now: told by events, asked for where events do not get through. */
export function useCheck(rendered: CheckState): { state: CheckState; interrupted: boolean } {
  const [state, setState] = useState(rendered);
  const [interrupted, setInterrupted] = useState(false);
  if (rendered.rev > state.rev) setState(rendered);
  const { id } = rendered;
  const ended = isEnded(state);
  useEffect(() => (ended ? undefined : listen(id, setState, setInterrupted)), [id, ended]);
  useEffect(() => (ended || !interrupted ? undefined : poll(id, setState)), [id, ended, interrupted]);
  return { state, interrupted: interrupted && !ended };
}

type Keep = (change: Change) => void;

function listen(id: string, keep: Keep, setInterrupted: (now: boolean) => void): () => void {
  const events = new EventSource(`/api/checks/${id}/events`);
  events.onopen = () => setInterrupted(false);
  events.onerror = () => setInterrupted(true);
  for (const name of ["state", "counts", "servers"] as const)
    events.addEventListener(name, ({ data, lastEventId }) => {
      keep(CHANGES[name](JSON.parse(data), Number(lastEventId) || 0));
    });
  return () => events.close();
}

function poll(id: string, keep: Keep): () => void {
  const stop = new AbortController();
  const timer = setInterval(() => {
    readState(id, stop.signal).then(
      (next) => keep(CHANGES.state(next, 0)),
      // Still no way to the server: the next round asks again.
      () => undefined,
    );
  }, POLL_MS);
  return () => {
    stop.abort();
    clearInterval(timer);
  };
}

async function readState(id: string, signal: AbortSignal): Promise<unknown> {
  const answer = await fetch(`/api/checks/${id}`, { signal });
  return answer.ok ? answer.json() : undefined;
}
