"use client";

import { QueryClient, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { CheckState } from "#lib/contract/check-state.ts";
import { isEnded } from "../ended.ts";
import { openEvents } from "./check-events.ts";

const POLL_MS = 3_000;

/** Asked: events do not get through, answers do. Gone: no longer there for this browser, which no waiting mends. */
export type Line = "up" | "asked" | "interrupted" | "gone";
/** What is known of a check at work, and how. */
export type Heard = { readonly state: CheckState; readonly line: Line };

/** An answer to a question from before the events came back says nothing about them. */
const unlessUp =
  (next: Line) =>
  (now: Line): Line =>
    now === "up" ? now : next;

/** The check as it stands now: told by events, asked for where events do not get through. */
export function useCheck(rendered: CheckState): Heard {
  const [client] = useState(() => new QueryClient());
  const [line, setLine] = useState<Line>("up");
  const [turn, setTurn] = useState(0);
  const gaveUp = useRef(false);
  const { id } = rendered;
  const asks = line === "asked" || line === "interrupted";
  const { data } = useQuery(
    {
      queryKey: ["check", id],
      queryFn: async ({ signal }) => {
        const next = await readState(id, signal);
        setLine(unlessUp(next === null ? "interrupted" : next === "gone" ? "gone" : "asked"));
        if (next && gaveUp.current) setTurn((now) => now + 1);
        return next && next !== "gone" ? next : (client.getQueryData<CheckState>(["check", id]) ?? rendered);
      },
      initialData: rendered,
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: ({ state }) => (asks && !isEnded(state.data ?? rendered) ? POLL_MS : false),
    },
    client,
  );
  const state = data.rev >= rendered.rev ? data : rendered;
  const ended = isEnded(state);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is another stream
  useEffect(() => {
    if (ended) return;
    gaveUp.current = false;
    return openEvents(id, {
      keep: (change) => client.setQueryData<CheckState>(["check", id], (now) => now && change(now)),
      onOpen: () => setLine("up"),
      onLost(forGood) {
        gaveUp.current = forGood;
        setLine((now) => (now === "up" ? "interrupted" : now));
      },
    });
  }, [client, id, ended, turn]);

  return { state, line: ended ? "up" : line };
}

const NOT_FOUND = 404;

async function readState(id: string, signal: AbortSignal): Promise<CheckState | "gone" | null> {
  const answer = await fetch(`/api/checks/${id}`, { signal }).catch(() => null);
  if (answer?.status === NOT_FOUND) return "gone";
  return answer?.ok ? CheckState.parse(await answer.json()) : null;
}
