"use client";

import { QueryClient, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { CheckState } from "#lib/contract/check-state.ts";
import { EventData } from "#lib/contract/events.ts";
import { isEnded } from "./ended.ts";

const POLL_MS = 3_000;

/** The check as it stands now: told by events, asked for where events do not get through. */
export function useCheck(rendered: CheckState): { state: CheckState; interrupted: boolean } {
  const [client] = useState(() => new QueryClient());
  const [interrupted, setInterrupted] = useState(false);
  const { id } = rendered;
  const { data } = useQuery(
    {
      queryKey: ["check", id],
      queryFn: ({ signal }) => readState(id, signal),
      initialData: rendered,
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: ({ state }) => (interrupted && !isEnded(state.data ?? rendered) ? POLL_MS : false),
    },
    client,
  );
  const state = data.rev >= rendered.rev ? data : rendered;
  const ended = isEnded(state);

  useEffect(() => {
    if (ended) return;
    const keep = (change: (now: CheckState) => CheckState) =>
      client.setQueryData<CheckState>(["check", id], (now) => now && change(now));
    const events = new EventSource(`/api/checks/${id}/events`);
    events.onopen = () => setInterrupted(false);
    events.onerror = () => setInterrupted(true);
    events.addEventListener("state", ({ data: text }) => {
      const next = EventData.state.safeParse(JSON.parse(text));
      if (next.success) keep((now) => (next.data.rev >= now.rev ? next.data : now));
    });
    events.addEventListener("counts", ({ data: text, lastEventId }) => {
      const next = EventData.counts.safeParse(JSON.parse(text));
      if (next.success)
        keep((now) => ({ ...now, counts: next.data, rev: Math.max(now.rev, Number(lastEventId) || 0) }));
    });
    events.addEventListener("servers", ({ lastEventId }) => {
      keep((now) => ({ ...now, rev: Math.max(now.rev, Number(lastEventId) || 0) }));
    });
    return () => events.close();
  }, [client, id, ended]);

  return { state, interrupted: interrupted && !ended };
}

async function readState(id: string, signal: AbortSignal): Promise<CheckState> {
  const answer = await fetch(`/api/checks/${id}`, { signal });
  if (!answer.ok) throw new Error(`state of a check: ${answer.status}`);
  return CheckState.parse(await answer.json());
}
